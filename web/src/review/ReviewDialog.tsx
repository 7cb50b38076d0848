import { Button, Field, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import { useCommand } from "../api/useCommand";
import type { ReviewOutcome } from "../api/wire";
import { useText } from "../i18n/useText";
import { ModalDialog } from "../ui/ModalDialog";
import { ProblemBar } from "../ui/ProblemBar";

interface Review {
  readonly outcome: ReviewOutcome;
  readonly comment: string;
}

interface ReviewDialogProps {
  /** Who opened whom. */
  readonly what: string;
  readonly send: (id: string, review: Review) => Promise<void>;
  readonly close: () => void;
}

/** Asks whether there was a good reason to open a protected patient; where there was none, why. */
export function ReviewDialog({ what, send, close }: ReviewDialogProps) {
  const text = useText();
  const [outcome, setOutcome] = useState<ReviewOutcome>();
  const [comment, setComment] = useState("");
  const [isAsked, setAsked] = useState(false);
  const sent = useCallback(
    async (id: string, review: Review) => {
      await send(id, review);
      return true;
    },
    [send],
  );
  const { perform, problem, isBusy } = useCommand(sent);
  const lacksComment = outcome === "inappropriate" && comment.trim() === "";
  const submit = async () => {
    setAsked(true);
    if (outcome === undefined || lacksComment) return;
    if (await perform({ outcome, comment: comment.trim() })) close();
  };
  return (
    <ModalDialog
      title={text("review-title")}
      onClose={() => comment === "" && close()}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={close}>{text("cancel")}</Button>
          <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
            {text("review-do")}
          </Button>
        </>
      }
    >
      <p>{what}</p>
      <Field
        label={text("review-question")}
        required
        {...(isAsked && outcome === undefined ? { validationMessage: text("review-needed") } : {})}
      >
        <RadioGroup value={outcome ?? ""} onChange={(_, { value }) => setOutcome(value as ReviewOutcome)}>
          <Radio value="appropriate" label={text("review-appropriate")} />
          <Radio value="inappropriate" label={text("review-inappropriate")} />
        </RadioGroup>
      </Field>
      <Field
        label={text("review-comment")}
        required={outcome === "inappropriate"}
        {...(isAsked && lacksComment ? { validationMessage: text("review-comment-needed") } : {})}
      >
        <Textarea value={comment} maxLength={1_000} onChange={(_, { value }) => setComment(value)} />
      </Field>
      <ProblemBar problem={problem} />
    </ModalDialog>
  );
}
