import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
} from "@fluentui/react-components";
import type { TextId } from "../generated/textIds";
import { findLanguage, LANGUAGE_NAMES, LANGUAGES } from "../i18n/language";
import { useTexts } from "../i18n/useText";
import { lockScreen } from "../lock/screenLock";
import { chooseLanguage, chooseTheme, THEME_CHOICES, type ThemeChoice, themeChoice } from "./preferences";
import { navigate } from "./router";
import styles from "./SettingsMenuList.module.css";
import { session } from "./session";
import { useStore } from "./store";
import { useSignOut } from "./useSignOut";

const THEME_TEXTS: Record<ThemeChoice, TextId> = {
  system: "theme-system",
  light: "theme-light",
  dark: "theme-dark",
  contrast: "theme-contrast",
};

interface SettingsMenuListProps {
  readonly target: HTMLElement | null;
  readonly close: () => void;
}

/** The menu of language, colours and signing out. */
export default function SettingsMenuList({ target, close }: SettingsMenuListProps) {
  const { text, language } = useTexts();
  const theme = useStore(themeChoice);
  const current = useStore(session);

  const choose = (name: string, chosen: string | undefined) => {
    const choice = THEME_CHOICES.find((candidate) => candidate === chosen);
    if (name === "theme" && choice) chooseTheme(choice);
    const tongue = findLanguage(chosen);
    if (name === "language" && tongue) chooseLanguage(tongue);
  };
  const leave = useSignOut();
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => !open && close()}
      positioning={{ target, position: "below", align: "end" }}
      checkedValues={{ theme: [theme], language: [language] }}
      onCheckedValueChange={(_, { name, checkedItems }) => choose(name, checkedItems[0])}
    >
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader className={styles.groupName}>{text("language")}</MenuGroupHeader>
            {LANGUAGES.map((tongue) => (
              <MenuItemRadio key={tongue} name="language" value={tongue} lang={tongue}>
                {LANGUAGE_NAMES[tongue]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader className={styles.groupName}>{text("colours")}</MenuGroupHeader>
            {THEME_CHOICES.map((choice) => (
              <MenuItemRadio key={choice} name="theme" value={choice}>
                {text(THEME_TEXTS[choice])}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          {current.state === "signed-in" && (
            <>
              <MenuDivider />
              <MenuItem onClick={() => navigate("account", {})}>{text("my-account")}</MenuItem>
              {current.me.administrator && (
                <MenuItem onClick={() => navigate("administration", { section: "users" })}>
                  {text("administration")}
                </MenuItem>
              )}
              <MenuItem onClick={lockScreen}>{text("lock-screen")}</MenuItem>
              <MenuItem onClick={leave}>{text("sign-out")}</MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
