/** The languages in which help can be given. */
import said from "../../texts/desk_admin.json";

export const LANGUAGES = Object.entries(said.languages).map(([id, label]) => ({ id, label }));
