/** One line of text in a form about one's account. */
import { TextInput } from "suomifi-ui-components";

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  type?: "text" | "password";
  autoComplete: string;
}

export function Field({ label, value, onChange, hint, type = "text", autoComplete }: FieldProps) {
  return (
    <TextInput
      labelText={label}
      {...(hint && { hintText: hint })}
      type={type}
      autoComplete={autoComplete}
      fullWidth
      value={value}
      onChange={(typed) => onChange(String(typed ?? ""))}
    />
  );
}
