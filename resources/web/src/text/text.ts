// What the page says.
import { english } from "./english.ts";

export const t = english;
