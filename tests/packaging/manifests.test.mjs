// What is shipped for systems that cannot run in a test, Kubernetes and Traefik: that it is whole, and that the real
// server takes the configuration in it and answers where it is asked.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { ChatServer } from "../web/support/ChatServer.mjs";
import { yaml } from "../web/support/packages.mjs";
import { serverProgram, sourceRoot } from "../web/support/places.mjs";
import { apiKey } from "../web/support/ServerApi.mjs";
import { secret } from "../web/support/token.mjs";
import { Program } from "./support/Program.mjs";

const secrets = { "hmac-secret": secret, "api-key": apiKey };

let folder;
let parts;
let container;

const shipped = async (name) => readFile(join(sourceRoot, "packaging", name), "utf8");
const config = () => join(folder, "chinwag.toml");
const seconds = (text, key) => Number(new RegExp(`^${key} = "(\\d+)s"$`, "m").exec(text)[1]);

/** The environment that the container is given, with the secrets of this test. */
const environment = () =>
  Object.fromEntries(container.env.map(({ name, value, valueFrom }) => [name, value ?? secrets[valueFrom.secretKeyRef.key]]));

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "chinwag-manifests-"));
  const documents = yaml.parseAllDocuments(await shipped("kubernetes/chinwag.yaml"));
  documents.forEach(({ errors, warnings }) => assert.deepEqual([...errors, ...warnings], []));
  parts = Object.fromEntries(
    documents.map((one) => one.toJS()).map((one) => [`${one.kind}/${one.metadata.name}`, one]),
  );
  [container] = parts["StatefulSet/chinwag"].spec.template.spec.containers;
  await writeFile(config(), parts["ConfigMap/chinwag"].data["chinwag.toml"]);
});
after(() => rm(folder, { recursive: true, force: true }));

test("the parts of the manifest for Kubernetes find one another", () => {
  const { spec } = parts["StatefulSet/chinwag"];
  const pod = spec.template;
  assert.deepEqual(spec.selector.matchLabels, pod.metadata.labels);
  const ports = Object.fromEntries(container.ports.map(({ name, containerPort }) => [name, containerPort]));
  const toml = parts["ConfigMap/chinwag"].data["chinwag.toml"];
  assert.ok(toml.includes(`listen = ["0.0.0.0:${ports.http}"]`));
  assert.ok(toml.includes(`internal_listen = "0.0.0.0:${ports.internal}"`));
  for (const name of ["chinwag", "chinwag-internal"]) {
    const service = parts[`Service/${name}`].spec;
    assert.deepEqual(service.selector, pod.metadata.labels);
    service.ports.forEach(({ targetPort }) => assert.ok(ports[targetPort], targetPort));
  }
  const [rule] = parts["Ingress/chinwag"].spec.rules;
  const { service } = rule.http.paths[0].backend;
  assert.ok(parts[`Service/${service.name}`].spec.ports.some(({ name }) => name === service.port.name));
  assert.ok(toml.includes(`origins = ["https://${rule.host}"]`));
  assert.equal(pod.metadata.annotations["prometheus.io/port"], `${ports.internal}`);
  const volumes = [...pod.spec.volumes.map(({ name }) => name), ...spec.volumeClaimTemplates.map(({ metadata }) => metadata.name)];
  container.volumeMounts.forEach(({ name }) => assert.ok(volumes.includes(name), name));
  // It is not killed while it says goodbye.
  assert.ok(pod.spec.terminationGracePeriodSeconds > seconds(toml, "drain_delay") + seconds(toml, "drain_timeout"));
});

test("the server takes the configuration that Kubernetes gives it", async () => {
  const env = { ...process.env, ...environment() };
  await Program.start(serverProgram, ["check-config", "--config", config()], { env }).output();
});

test("the server answers where Kubernetes asks it", async () => {
  const { CHINWAG_SERVER_LISTEN, CHINWAG_SERVER_DATA_DIR, ...env } = environment();
  const mount = container.volumeMounts.find(({ name }) => name === "data").mountPath;
  assert.deepEqual([CHINWAG_SERVER_LISTEN, CHINWAG_SERVER_DATA_DIR], ["0.0.0.0:8000", mount]);
  assert.equal(container.args[0], "serve");
  // ChatServer says where the data is by the environment, which wins over the file.
  const server = await ChatServer.start({ args: ["--config", config(), "--internal-listen", "127.0.0.1:0"], env });
  try {
    const internal = await server.internalUrl();
    for (const probe of [container.startupProbe, container.livenessProbe, container.readinessProbe])
      assert.equal((await fetch(new URL(probe.httpGet.path, server.url))).status, 200);
    assert.equal((await fetch(new URL("/metrics", internal))).status, 200);
    assert.equal((await fetch(new URL("/metrics", server.url))).status, 404);
  } finally {
    await server.stop("SIGKILL");
  }
});

test("the parts of the configuration for Traefik find one another", async () => {
  const { http } = yaml.parse(await shipped("traefik/chinwag.yaml"));
  for (const { service, middlewares } of Object.values(http.routers)) {
    assert.ok(http.services[service], service);
    middlewares.forEach((name) => assert.ok(http.middlewares[name], name));
  }
  const { serversTransport, healthCheck } = http.services.chinwag.loadBalancer;
  assert.ok(http.serversTransports[serversTransport]);
  assert.equal(healthCheck.path, container.readinessProbe.httpGet.path);
});
