import { useEffect } from "react";
import type { Field } from "../api/types";
import { useCellContext } from "./ListContext";

/** Tells the others which value is edited here, and lets the rows hold still meanwhile. */
export function useTellEditing(patient: string, field: Field, onEdit: () => () => void): void {
  const { live, list } = useCellContext();
  useEffect(() => {
    const end = onEdit();
    if (list !== undefined) live.tellEditing(list, { patient, field: field.id });
    return () => {
      end();
      if (list !== undefined) live.tellEditing(list, undefined);
    };
  }, [live, list, patient, field, onEdit]);
}
