package dev.socketscope.app.frames;

import dev.socketscope.app.controls.LogCell;
import dev.socketscope.app.controls.LogColumn;
import dev.socketscope.app.controls.LogRow;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.frames.FrameCells.Arrow;
import dev.socketscope.app.frames.FrameCells.InProxy;
import dev.socketscope.app.frames.FrameCells.Named;
import dev.socketscope.app.frames.FrameCells.Words;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The columns of the frames table, in their first order. */
final class FrameColumns {
    /** Id of the column that tells connections apart. */
    static final String CONNECTION = "frame-connection";

    private FrameColumns() {}

    static List<LogColumn<FrameRow>> all(ConnectionNames names, Readable readable,
            BiFunction<LogRow<FrameRow>, Frame, String> time) {
        return List.of(
                column("frame-seq", "#", "Number in the capture", 74, 58,
                        () -> new Words((row, f) -> Units.count(f.seq()))),
                column("frame-time", "Time", "When the frame's last byte came", 140, 138, () -> new Words(time)),
                column("frame-arrow", "", "Direction", 30, 26, Arrow::new),
                column(CONNECTION, "Connection", "Connection", 120, 50, () -> new Named(names)),
                column("frame-type", "Type", "Opcode and what is unusual", 104, 86, TypeCell::new),
                column("frame-size", "Size", "Payload bytes on the wire", 72, 58,
                        () -> new Words((row, f) -> Units.bytes(f.length()))),
                column("frame-proxy", "In proxy ms", "Milliseconds from read to handed on", 100, 90, InProxy::new),
                column("frame-payload", "Payload", "The beginning of the payload", 400, 136,
                        () -> new PreviewCell(readable)));
    }

    private static LogColumn<FrameRow> column(String id, String title, String help, double width, double min,
            Supplier<? extends LogCell<FrameRow>> cell) {
        return new LogColumn<>(id, title, help, width, min, cell);
    }
}
