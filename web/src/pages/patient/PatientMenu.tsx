import { Menu, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import { makeCommandId } from "../../api/commandId";
import { asProblem, problemText } from "../../api/problem";
import { useTexts } from "../../i18n/useText";
import { useCellContext } from "../../list/ListContext";
import { notify } from "../../ui/notices";
import { isMergedAway, mayWrite, usePatientContext } from "./PatientContext";

interface PatientMenuProps {
  readonly target: HTMLElement;
  readonly close: () => void;
}

/** What can be done with the patient as a whole. */
export default function PatientMenu({ target, close }: PatientMenuProps) {
  const texts = useTexts();
  const { text } = texts;
  const { patient, live, loaded, open } = usePatientContext();
  const { me } = useCellContext();
  const isHighlighted = patient.highlights.some(({ field }) => field === undefined);
  const mayProtect = loaded.role === "owner" || patient.responsible.some(({ user }) => user === me);
  const removeHighlight = () => {
    live
      .command(makeCommandId(), { type: "remove_highlight", patient: patient.id })
      .catch((thrown: unknown) => notify("error", problemText(asProblem(thrown), texts)));
  };
  return (
    <Menu
      open
      onOpenChange={(_, data) => !data.open && close()}
      positioning={{ target, position: "below", align: "end" }}
    >
      <MenuPopover>
        <MenuList>
          {mayWrite(loaded) && (
            <>
              <MenuItem onClick={() => open({ kind: "identity" })}>{text("edit-identity")}</MenuItem>
              {isHighlighted ? (
                <MenuItem onClick={removeHighlight}>{text("remove-highlight")}</MenuItem>
              ) : (
                <MenuItem onClick={() => open({ kind: "highlight-patient" })}>{text("highlight")}</MenuItem>
              )}
              {!isMergedAway(patient) && (
                <MenuItem onClick={() => open({ kind: "merge" })}>{text("merge-with")}</MenuItem>
              )}
              {mayProtect && !isMergedAway(patient) && (
                <MenuItem onClick={() => open({ kind: "sensitive" })}>
                  {text(patient.sensitive ? "protect-no-more" : "protect")}
                </MenuItem>
              )}
              {patient.ehr == null && loaded.ehr != null && (
                <MenuItem onClick={() => open({ kind: "link" })}>{text("link-to-record")}</MenuItem>
              )}
              {patient.ehr != null && <MenuItem onClick={() => open({ kind: "unlink" })}>{text("unlink")}</MenuItem>}
            </>
          )}
          <MenuItem onClick={() => open({ kind: "history" })}>{text("patient-history")}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
