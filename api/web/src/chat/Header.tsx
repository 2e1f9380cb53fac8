/** What is on every screen of the visitor: who answers, a human one tap away, and the person's own data. */
import { IconChat, IconInfo, IconListBulleted, IconPerson } from "suomifi-icons";
import { ActionMenu, ActionMenuItem, SkipLink } from "suomifi-ui-components";
import { fill, texts } from "../texts";
import type { ConversationState, Language } from "../wire/messages";
import { Brand } from "../ui/Brand";
import { INPUT_ID } from "./Composer";
import { LanguageSwitch } from "./LanguageSwitch";
import { Button } from "../ui/Button";

interface HeaderProps {
  state: ConversationState;
  offline: boolean;
  factCount: number;
  factsOpen: boolean;
  pathShown: boolean;
  onFacts: () => void;
  onHuman: () => void;
  onPath: (() => void) | null;
  onPlan: (() => void) | null;
  onPrivacy: () => void;
  onExport: () => void;
  onErase: () => void;
  /** Null until there is a conversation. */
  onLanguage: ((language: Language) => void) | null;
}

function who({ state, advisor }: ConversationState): string {
  if (state === "advisor") return fill(texts.header.with_human, { name: advisor ?? texts.header.unnamed_advisor });
  if (state !== "waiting") return texts.header.with_bot;
  return texts.waiting.header;
}

export function Header(props: HeaderProps) {
  const { state, offline, factCount, factsOpen, pathShown, onFacts, onHuman, onPath, onPlan } = props;
  return (
    <header className="header">
      {!pathShown && <SkipLink href={`#${INPUT_ID}`}>{texts.skip_to_input}</SkipLink>}
      <div className="header__row">
        <Brand />
        <div className="header__actions">
          {onPath && (
            <Button look="quiet" className="header__path" onClick={onPath}>
              {pathShown ? texts.header.back_to_chat : texts.header.path}
            </Button>
          )}
          {onPlan && !pathShown && (
            <Button look="quiet" className="header__path" onClick={onPlan}>
              {texts.plan.title}
            </Button>
          )}
          <Button
            className="header__facts"
            icon={<IconListBulleted />}
            aria-expanded={factsOpen}
            onClick={onFacts}
          >
            <span className="header__facts-text">{texts.header.facts}</span>
            <span className="badge">{factCount}</span>
          </Button>
          {state.state !== "advisor" && state.state !== "waiting" && (
            <Button look="primary" icon={<IconPerson />} onClick={onHuman}>
              {texts.header.human}
            </Button>
          )}
        </div>
      </div>
      <div className={`status status--${state.state}`}>
        <p role="status">
          {state.state === "advisor" ? <IconPerson aria-hidden="true" /> : <IconChat aria-hidden="true" />}
          {who(state)}
        </p>
        <LanguageSwitch language={state.language ?? "fi"} onChange={props.onLanguage} />
        <button type="button" className="link-button status__privacy" onClick={props.onPrivacy}>
          <IconInfo aria-hidden="true" />
          {texts.header.privacy}
        </button>
        <ActionMenu aria-label={texts.header.menu} buttonVariant="secondaryNoBorder" className="header__menu">
          {onPlan ? <ActionMenuItem onClick={onPlan}>{texts.plan.title}</ActionMenuItem> : <></>}
          <ActionMenuItem onClick={props.onExport}>{texts.header.export}</ActionMenuItem>
          <ActionMenuItem onClick={props.onErase}>{texts.header.erase}</ActionMenuItem>
          <ActionMenuItem onClick={props.onPrivacy}>{texts.header.privacy}</ActionMenuItem>
        </ActionMenu>
      </div>
      <p role="status" className={offline ? "offline" : "visually-hidden"}>
        {offline ? texts.header.offline : ""}
      </p>
    </header>
  );
}
