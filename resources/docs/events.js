// The server's own description of what is said over its WebSockets, for people. Nothing is asked of any other
// host, and what the description says becomes text, never markup.
const resolve = (description, { $ref }) =>
  $ref
    .slice(2)
    .split("/")
    .reduce((at, step) => at[step], description);

/** An element with `children`: nodes, or texts in which `...` stands for code. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children) made.append(...(typeof child === "string" ? inline(child) : [child]));
  return made;
}

function inline(text) {
  return text.split("`").map((part, i) => {
    if (i % 2 === 0) return part;
    const code = document.createElement("code");
    code.textContent = part;
    return code;
  });
}

function typeOf(schema) {
  if (schema.type === "array") return `list of ${schema.items.type}s`;
  return schema.type ?? "any JSON";
}

/** Every member of an object and of the objects in it, as [path, schema, required]. */
function members(schema, prefix = "") {
  return Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    const path = prefix + name;
    const isRequired = schema.required?.includes(name) ?? false;
    const inside = members(one, `${path}.`);
    return inside.length > 0 && !one.description ? inside : [[path, one, isRequired]];
  });
}

function table(caption, head, rows) {
  const cells = (kind, texts) => texts.map((text) => element(kind, kind === "th" ? { scope: "col" } : {}, text));
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...cells("th", head))),
      element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells("td", row)))),
    ),
  );
}

function messageCard(id, message) {
  const rows = members(message.payload).map(([path, schema, isRequired]) => [
    `\`${path}\``,
    typeOf(schema) + (isRequired ? ", required" : ""),
    schema.description ?? "",
  ]);
  const heading = element("summary", {}, element("code", {}, message.title), element("span", {}, message.summary));
  const card = element("details", { id }, heading);
  for (const { payload } of message.examples ?? []) {
    const text = typeof payload === "string" ? payload : JSON.stringify(payload, null, 2);
    const shown = element("pre", { tabindex: "0", "aria-label": `Example of ${message.title}` });
    shown.textContent = text;
    card.append(shown);
  }
  if (rows.length > 0) card.append(table(`Members of ${message.title}`, ["Member", "Type", "Meaning"], rows));
  return card;
}

function channelSection(description, id, channel) {
  const section = element(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title` }, channel.title),
    element("p", { class: "address" }, `\`${channel.address}\``),
    element("p", {}, channel.description),
  );
  for (const operation of Object.values(description.operations)) {
    if (operation.channel.$ref !== `#/channels/${id}`) continue;
    section.append(element("h3", {}, operation.summary));
    for (const reference of operation.messages) {
      const message = resolve(description, resolve(description, reference));
      section.append(messageCard(`${id}-${operation.action}-${message.name}`, message));
    }
  }
  if (channel["x-errors"]) {
    section.append(element("h3", {}, "Errors"));
    const rows = channel["x-errors"].map(({ code, meaning }) => [`\`${code}\``, meaning]);
    section.append(table("Errors", ["Code", "Meaning"], rows));
  }
  section.append(element("h3", {}, "Close codes"));
  const rows = channel["x-close-codes"].map(({ code, meaning, reconnect }) => [
    `\`${code}\``,
    meaning,
    reconnect ? "yes" : "no",
  ]);
  section.append(table("Close codes", ["Code", "Meaning", "Come back?"], rows));
  return section;
}

function show(description) {
  document.getElementById("about").append(...inline(description.info.description));
  const main = document.getElementById("events");
  const channels = Object.entries(description.channels);
  document
    .getElementById("contents")
    .append(...channels.map(([id, channel]) => element("a", { href: `#${id}` }, channel.title)));
  main.replaceChildren(...channels.map(([id, channel]) => channelSection(description, id, channel)));
  main.removeAttribute("aria-busy");
  openTarget();
}

// A link to a message opens it.
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (target === null) return;
  if (target instanceof HTMLDetailsElement) target.open = true;
  target.scrollIntoView();
}

async function load() {
  const main = document.getElementById("events");
  try {
    const response = await fetch("/asyncapi.json");
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    show(await response.json());
  } catch (error) {
    main.removeAttribute("aria-busy");
    const again = element("button", { type: "button" }, "Try again");
    again.addEventListener("click", load);
    main.replaceChildren(
      element("p", { class: "state", role: "alert" }, `The description could not be loaded: ${error.message}.`),
      again,
    );
  }
}

window.addEventListener("hashchange", openTarget);
load();
