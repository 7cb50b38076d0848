import { useEffect } from "react";
import type { Team } from "../../api/types";
import { redirect } from "../../app/router";
import { useText } from "../../i18n/useText";
import { LoadedTeam } from "../../live/LoadedTeam";
import { useTeamLive } from "../../live/useLive";
import { Message } from "../../ui/Message";
import { usePageTitle } from "../../ui/usePageTitle";
import { FirstRun } from "./FirstRun";

// Nearly every team has a default list, whose page can come while the team is read. If it cannot, opening the list says so.
import("../../list/List.page").catch(() => undefined);

/** Goes on to the default list; where there is none, to the team's lists. */
function ToDefaultList({ id, team }: { readonly id: string; readonly team: Team }) {
  const text = useText();
  const list = team.lists.find((each) => each.default)?.id;
  useEffect(() => {
    if (list === undefined) redirect("lists", { team: id });
    else redirect("list", { team: id, list });
  }, [id, list]);
  return <Message title={text("loading")} />;
}

/** Opening a team. */
export default function TeamPage({ team: id }: { readonly team: string }) {
  const live = useTeamLive(id);
  usePageTitle("opening-team");
  return (
    <LoadedTeam live={live}>
      {(team) =>
        typeof team.mode === "string" ? (
          <ToDefaultList id={id} team={team} />
        ) : (
          <FirstRun id={id} team={team} live={live} />
        )
      }
    </LoadedTeam>
  );
}
