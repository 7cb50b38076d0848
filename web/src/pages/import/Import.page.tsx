import { Subtitle1 } from "@fluentui/react-components";
import type { Team } from "../../api/types";
import { Link } from "../../app/router";
import { FieldContextReact } from "../../fields/fieldUi";
import { literal } from "../../i18n/literal";
import { useTexts } from "../../i18n/useText";
import { useTeamFieldContext } from "../../list/useTeamFieldContext";
import { LoadedTeam } from "../../live/LoadedTeam";
import type { TeamLive } from "../../live/teamLive";
import { useFreshTeam, useTeamLive } from "../../live/useLive";
import { Icon } from "../../ui/Icon";
import { Message } from "../../ui/Message";
import { usePageTitle } from "../../ui/usePageTitle";
import { ChooseFile } from "./ChooseFile";
import styles from "./Import.module.css";
import { ImportForm } from "./ImportForm";
import { SheetProblem } from "./SheetProblem";
import { useSheet } from "./useSheet";

interface ImportPageProps {
  readonly team: string;
  readonly list: string;
}

interface LoadedImportProps extends ImportPageProps {
  readonly loaded: Team;
  readonly live: TeamLive;
}

function LoadedImport({ team, list, loaded, live }: LoadedImportProps) {
  const { text } = useTexts();
  const fieldContext = useTeamFieldContext(loaded);
  const sheet = useSheet(`/api/teams/${team}/lists/${list}/imports/preview`);
  const { state } = sheet;
  const header = loaded.lists.find(({ id }) => id === list);
  if (!header) return <Message title={text("list-gone")} detail={text("list-gone-what-next")} />;
  if (loaded.role === "guest") return <Message title={text("import-title")} detail={text("import-not-for-guests")} />;
  return (
    <FieldContextReact value={fieldContext}>
      <div className={styles.page}>
        <Link to="list" parameters={{ team, list }} className={styles.back}>
          <Icon name="before" /> <bdi>{literal(header.name)}</bdi>
        </Link>
        <Subtitle1 as="h1" className={styles.title}>
          {text("import-title")}
        </Subtitle1>
        <ChooseFile choose={(file) => void sheet.choose(file)} isReading={state.isReading} name={state.file?.name} />
        <SheetProblem problem={state.problem} columns={state.preview?.columns ?? []} />
        {state.preview && state.mapping && (
          <ImportForm
            team={team}
            list={list}
            loaded={loaded}
            live={live}
            sheet={sheet}
            preview={state.preview}
            mapping={state.mapping}
          />
        )}
      </div>
    </FieldContextReact>
  );
}

/** Takes a sheet's patients into a list: read, look, correct, import. */
export default function ImportPage({ team, list }: ImportPageProps) {
  const live = useTeamLive(team);
  usePageTitle("import-title");
  useFreshTeam(live);
  return (
    <LoadedTeam live={live}>
      {(loaded) => <LoadedImport team={team} list={list} loaded={loaded} live={live} />}
    </LoadedTeam>
  );
}
