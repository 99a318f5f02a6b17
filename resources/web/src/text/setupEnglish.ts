// The texts of the page that makes the first operator, in English.

export const english = {
  title: "Set up Chinwag",
  lead: "This server has no operator yet. Whoever is made here may do everything on it.",
  user: "Your name as an operator",
  userRule: "1 to 32 letters, digits, “.”, “_” or “-”.",
  userFault: "A name is 1 to 32 letters, digits, “.”, “_” or “-”.",
  password: "Password",
  passwordRule: "10 characters or more. A few words that do not belong together are a good one.",
  passwordFault: (least: number) => `A password has ${least} characters or more.`,
  again: "The password once more",
  againFault: "The two passwords are not the same.",
  make: "Make the operator",
  moment: "One moment…",
  answered: (status: number) => `The server answered ${status}.`,
  unreachable: "The server could not be reached. Is it still running?",
  isSetUp: "This server is set up",
  done: "That is all",
  doneText: (user: string, address: string) =>
    `${user} is the operator of this server now. Log in with chinwag-admin at ${address}.`,
  nothing: "Nothing to set up",
  nothingText: "This server has an operator, or its set-up link is too old: it shows a new one when it starts.",
  noCode: "Open the whole link",
  noCodeText: "The server has printed the link to this page with a code at its end.",
  noAnswer: "No answer",
  noAnswerText: "The server could not be reached. Reload this page to try again.",
};

export type SetupTexts = typeof english;
