package dev.socketscope.app.composer;

import dev.socketscope.app.live.Interception;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Reply;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Sets breakpoints, clears them, and remembers what was cleared last. JavaFX thread only; needs no toolkit. */
final class BreakpointsModel {
    private final Submit engine;
    private final BreakpointDraft draft = new BreakpointDraft();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Breakpoint>> cleared = new ReadOnlyObjectWrapper<>(List.of());
    private Runnable again = () -> {};
    private List<BreakpointStatus> now = List.of();

    BreakpointsModel(Submit engine) {
        this.engine = engine;
    }

    BreakpointDraft draft() {
        return draft;
    }

    /** What the engine warned of when the last one was set; may be empty. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** What was cleared last here, and can be set again. */
    ReadOnlyObjectProperty<List<Breakpoint>> cleared() {
        return cleared.getReadOnlyProperty();
    }

    /** Sets what stands in the fields, or tells there why it cannot be. */
    void set() {
        draft.build().ifPresent(this::set);
    }

    /**
     * @param id of a breakpoint, whoever has set it
     * @return what sets it once more, unless that has been done
     */
    Runnable clear(String id) {
        Runnable back = remember(now.stream().filter(status -> status.id().equals(id)).toList());
        engine.submit(new Command.ClearBreakpoint(id), reply -> {});
        return back;
    }

    /** @return what sets them once more, unless that has been done */
    Runnable clearAll() {
        Runnable back = remember(now);
        engine.submit(new Command.ClearBreakpoints(), reply -> {});
        return back;
    }

    /** Sets what was cleared last once more, as it was when it was new. */
    void setAgain() {
        again.run();
    }

    boolean isEmpty() {
        return now.isEmpty();
    }

    void follow(Interception interception) {
        now = interception.breakpoints();
    }

    private void set(Breakpoint breakpoint) {
        note.set("");
        engine.submit(new Command.SetBreakpoint(breakpoint), reply -> {
            switch (reply) {
                case Reply.Armed armed -> note.set(String.join("\n", armed.warnings()));
                case Reply.Refused refused -> draft.problems().tell(refused.reason());
                case Reply.Done done -> note.set(done.message());
            }
        });
    }

    private Runnable remember(List<BreakpointStatus> gone) {
        if (gone.isEmpty()) {
            return () -> {};
        }
        List<Breakpoint> breakpoints = gone.stream().map(BreakpointStatus::breakpoint).toList();
        Runnable back = new Runnable() {
            private boolean done;

            @Override
            public void run() {
                if (!done) {
                    done = true;
                    if (equals(again)) {
                        cleared.set(List.of());
                    }
                    breakpoints.forEach(BreakpointsModel.this::set);
                }
            }
        };
        cleared.set(breakpoints);
        again = back;
        return back;
    }
}
