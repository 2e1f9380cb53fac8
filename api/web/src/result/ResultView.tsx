/** The whole result: the path, what is open, and why something is not there. */
import { InlineAlert } from "suomifi-ui-components";
import { IconArrowLeft, IconPrint } from "suomifi-icons";
import { useEffect, useRef } from "react";
import { texts } from "../texts";
import type { Suggestion, Verdicted } from "../wire/suggestion";
import { Button } from "../ui/Button";
import { RemoteNotice } from "../ui/RemoteNotice";
import type { Remote } from "../ui/useRemote";
import { Path } from "./Path";
import { StillOpen } from "./StillOpen";
import { WhyNot } from "./WhyNot";

interface ResultViewProps {
  remote: Remote<Suggestion>;
  choices: Readonly<Record<string, Verdicted>>;
  onChoose: (service: string, choice: Verdicted, reason?: string) => void;
  onHuman: () => void;
  onPlan: () => void;
  onBack: () => void;
}

function Content({ suggestion, ...props }: Omit<ResultViewProps, "remote" | "onBack" | "onPlan"> & { suggestion: Suggestion }) {
  if (suggestion.suggested.length === 0 && suggestion.gaps.length === 0) return <p>{texts.result.empty}</p>;
  return (
    <>
      {suggestion.escalate && (
        <InlineAlert status="warning" className="notice">
          {texts.result.escalate}
          <Button onClick={props.onHuman}>{texts.header.human}</Button>
        </InlineAlert>
      )}
      <Path suggestion={suggestion} choices={props.choices} onChoose={props.onChoose} />
      <div className="result__rest">
        <StillOpen suggestion={suggestion} onHuman={props.onHuman} />
        <WhyNot suggestion={suggestion} />
      </div>
    </>
  );
}

export function ResultView(props: ResultViewProps) {
  const { remote, onBack } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="result">
      <div className="result__head">
        <Button look="quiet" icon={<IconArrowLeft />} onClick={onBack}>
          {texts.header.back_to_chat}
        </Button>
        <Button className="result__plan" onClick={props.onPlan}>
          {texts.plan.open}
        </Button>
        <Button look="quiet" icon={<IconPrint />} className="result__print" onClick={() => window.print()}>
          {texts.result.print}
        </Button>
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {texts.result.title}
      </h1>
      <p className="result__intro">{texts.result.intro}</p>
      {remote.data?.complete === false && <p className="result__intro">{texts.result.incomplete}</p>}
      <RemoteNotice remote={remote} />
      {remote.data && <Content {...props} suggestion={remote.data} />}
    </main>
  );
}
