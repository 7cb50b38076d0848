import { Component, type ReactNode } from "react";
import { TextsContext } from "../i18n/useText";
import { Message } from "../ui/Message";

interface PageBoundaryProps {
  /** Another place is another page, which may be well. */
  readonly place: string;
  readonly children: ReactNode;
}

interface PageBoundaryState {
  readonly hasFailed: boolean;
}

/** Keeps a fault of one page from taking the rest with it, and says what to do. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  static override readonly contextType = TextsContext;
  declare context: React.ContextType<typeof TextsContext>;
  override state: PageBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): PageBoundaryState {
    return { hasFailed: true };
  }

  override componentDidUpdate({ place }: PageBoundaryProps) {
    if (this.state.hasFailed && place !== this.props.place) this.setState({ hasFailed: false });
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const text = this.context?.text;
    return (
      text && (
        <Message
          title={text("page-failed")}
          detail={text("page-failed-what-next")}
          // A newer version of the interface may have come meanwhile, whose parts only a fresh page finds.
          action={{ label: text("reload"), perform: () => location.reload() }}
        />
      )
    );
  }
}
