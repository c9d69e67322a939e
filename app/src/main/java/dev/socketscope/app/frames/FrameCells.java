package dev.socketscope.app.frames;

import dev.socketscope.app.controls.LogCell;
import dev.socketscope.app.controls.LogRow;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import java.util.function.BiFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;

/** The plain cells of the frames table. */
final class FrameCells {
    private static final PseudoClass SLOW = PseudoClass.getPseudoClass("slow");
    private static final PseudoClass TO_CLIENT = PseudoClass.getPseudoClass("to-client");

    private FrameCells() {}

    /** Text that a function makes of the row. */
    static final class Words extends LogCell<FrameRow> {
        private final BiFunction<LogRow<FrameRow>, Frame, String> words;

        Words(BiFunction<LogRow<FrameRow>, Frame, String> words) {
            this.words = words;
        }

        @Override
        protected void show(LogRow<FrameRow> row, FrameRow item) {
            setText(words.apply(row, item.frame()));
        }
    }

    /** An arrow: down to the client, up to the upstream. */
    static final class Arrow extends LogCell<FrameRow> {
        @Override
        protected void show(LogRow<FrameRow> row, FrameRow item) {
            Direction direction = item.frame().direction();
            setText(direction == Direction.TO_CLIENT ? "↓" : "↑");
            pseudoClassStateChanged(TO_CLIENT, direction == Direction.TO_CLIENT);
            setAccessibleText(FrameWords.direction(direction));
        }
    }

    /** Milliseconds in the engine; conspicuous when they are many. */
    static final class InProxy extends LogCell<FrameRow> {
        @Override
        protected void show(LogRow<FrameRow> row, FrameRow item) {
            long micros = item.frame().inProxyMicros();
            setText(micros == Frame.IN_PROXY_UNKNOWN ? Units.NOTHING : Units.millis(micros));
            pseudoClassStateChanged(SLOW, micros > FrameWords.LATE_MICROS);
        }

        @Override
        protected void clear() {
            super.clear();
            pseudoClassStateChanged(SLOW, false);
        }
    }

    /** Text that a tooltip repeats when the cell is too narrow. */
    static final class Named extends LogCell<FrameRow> {
        private final ConnectionNames names;
        private final Tooltip whole = new Tooltip();

        Named(ConnectionNames names) {
            this.names = names;
        }

        @Override
        protected void show(LogRow<FrameRow> row, FrameRow item) {
            String id = item.frame().connection();
            String path = names.path(id);
            setText(path.isEmpty() ? id : path);
            whole.setText(path.isEmpty() ? id : path + "\n" + id);
            setTooltip(whole);
        }

        @Override
        protected void clear() {
            super.clear();
            setTooltip(null);
        }
    }
}
