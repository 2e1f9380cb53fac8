/** A spoken form and the written words that it stands for. */
import { said } from "./said";
import { WordsField } from "./WordsField";
import type { Form } from "./wire";

const words = said.teach;

export function FormFields({ form, onChange }: { form: Form; onChange: (form: Form) => void }) {
  return (
    <>
      <WordsField
        label={words.spoken}
        hint={words.spoken_hint}
        value={form.spoken}
        onChange={(spoken) => onChange({ ...form, spoken })}
      />
      <WordsField
        label={words.written}
        hint={words.written_hint}
        value={form.written}
        onChange={(written) => onChange({ ...form, written })}
      />
    </>
  );
}
