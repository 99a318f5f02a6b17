// The texts of the chat page that depend on something.
import { counting } from "./language.ts";

const plural = counting("en");

export const english = {
  suggestions: (count: number) =>
    plural(count, {
      one: "One person to mention: Enter takes it.",
      other: `${count} people to mention: the arrow keys choose, Enter takes one.`,
    }),
};
