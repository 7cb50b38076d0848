import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../i18n/useText";
import { ModalDialog } from "../ui/ModalDialog";
import type { View } from "./rowOrder.model";

interface FilterDialogProps {
  readonly column: string;
  readonly name: string;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly close: () => void;
}

/** Asks what the cells of a column shall contain. */
export default function FilterDialog({ column, name, view, setView, close }: FilterDialogProps) {
  const text = useText();
  const others = view.filters.filter((filter) => filter.column !== column);
  const before = view.filters.find((filter) => filter.column === column)?.contains ?? "";
  const [contains, setContains] = useState(before);
  const apply = () => {
    const wanted = contains.trim();
    setView({ ...view, filters: wanted === "" ? others : [...others, { column, contains: wanted }] });
    close();
  };
  return (
    <ModalDialog
      title={text("filter-title", { column: name })}
      onClose={close}
      isTouched={contains !== before}
      onSubmit={apply}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit">
            {text("filter-apply")}
          </Button>
        </>
      }
    >
      <Field label={text("filter-contains")} hint={text("filter-hint")}>
        <Input value={contains} onChange={(_, { value }) => setContains(value)} maxLength={200} />
      </Field>
    </ModalDialog>
  );
}
