package dev.socketscope.app.frames;

import dev.socketscope.app.controls.FindBar;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.LogTable;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Goes from frame to frame: to a number, to the next row, or to the next match of what is looked for. JavaFX thread only. */
final class FrameSteps {
    private static final int NEAR_END = 200;
    /** In bytes: so much shows something. */
    private static final int TELLING = 100;
    private static final KeyCombination FIND = Keys.shortcut(KeyCode.F, KeyCombination.SHIFT_DOWN);

    private final LogTable<FrameRow> table;
    private final FrameFind find;
    private final FrameMoment moment = new FrameMoment();
    private FrameQuery query = FrameQuery.ALL;

    FrameSteps(Live live, LogTable<FrameRow> table) {
        this.table = table;
        find = new FrameFind(live, table.selectedKeyProperty()::get, this::select);
        find.setOnClosed(() -> table.focusNode().requestFocus());
    }

    /** The box to look for something. */
    FindBar bar() {
        return find.bar();
    }

    /** The table shows the frames of this query now. */
    void among(FrameQuery shown) {
        query = shown;
        find.among(shown);
    }

    /** There may be more rows. */
    void tick(FrameRows rows) {
        find.tick();
        long number = moment.find(query, rows);
        if (number >= 0) {
            table.choose(number, false);
        }
    }

    /** Chooses the frame of a connection that is nearest to a moment, as soon as that connection's frames are shown. */
    void seek(String connection, long micros) {
        moment.seek(connection, micros);
    }

    void close() {
        find.close();
    }

    /** Chooses the first shown frame with this number or a greater one and brings it into sight. */
    void select(long seq) {
        table.choose(table.source().numberAtOrAfter(seq), false);
    }

    /**
     * Chooses the newest text frame of some length among the last few, so that there is something to see.
     *
     * @return false when one was chosen already or there is none
     */
    boolean selectNewest() {
        var source = table.source();
        long oldest = Math.max(source.first(), source.end() - NEAR_END);
        for (long number = source.end() - 1; number >= oldest && table.selectedKeyProperty().get() < 0; number--) {
            FrameRow candidate = source.row(number);
            if (candidate != null && candidate.frame().opcode() == Opcode.TEXT
                    && candidate.frame().length() >= TELLING) {
                table.choose(number, false);
                return true;
            }
        }
        return false;
    }

    /** Goes to the next frame or match, or to the one before. */
    void step(boolean forward) {
        if (find.isOpen()) {
            find.step(forward);
            return;
        }
        long seq = table.selectedKeyProperty().get();
        var source = table.source();
        if (forward) {
            table.choose(seq < 0 ? source.first() : source.numberAtOrAfter(seq + 1), false);
        } else {
            table.choose(seq < 0 ? source.end() - 1 : source.numberAtOrAfter(seq) - 1, false);
        }
    }

    /** F3 goes on. */
    void pressed(KeyEvent event) {
        if (FIND.match(event)) {
            find.bar().open();
            event.consume();
        } else if (event.getCode() == KeyCode.F3) {
            step(!event.isShiftDown());
            event.consume();
        }
    }
}
