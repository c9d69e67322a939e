package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.decode.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Compares a message with the one before it that has the same shape, as JSON where both are, or can be read as such. */
record DiffMaker(Payload payload, Origin origin, Engine engine) implements MadePart.Maker {
    private static final ObjectWriter PRETTY = JsonMapper.builder()
            .build()
            .writer()
            .with(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER)));

    @Override
    public void make(Indexing.Progress progress, Consumer<Part> show) {
        Frame frame = origin.frame();
        if (frame == null || frame.opcode().isControl()) {
            show.accept(Part.said(Strings.of("payload.diff.message")));
            return;
        }
        Shape own = shape(payload);
        Optional<Payload> before = new EarlierMessages(engine, progress).before(frame,
                other -> shape(other).fits(own));
        show.accept(before.map(other -> compare(other, own))
                .orElseGet(() -> Part.said(Strings.of("payload.diff.none",
                        String.valueOf(EarlierMessages.MOST_MESSAGES)))));
    }

    private Part compare(Payload other, Shape own) {
        List<String> now = lines(payload, own.json());
        LineDiff diff = LineDiff.of(lines(other, shape(other).json()), now);
        String which = Strings.of("payload.diff.with", Units.count(other.firstSeq()));
        String note = diff.same() ? which + " " + Strings.of("payload.diff.same")
                : which + " "
                        + Strings.of("payload.diff.legend", Units.count(diff.added()), Units.count(diff.removed()),
                                Units.count(diff.changed()));
        String cut = diff.cut() ? " " + Strings.of("payload.diff.cut", Units.count(LineDiff.MOST_LINES)) : "";
        var lines = new DiffLines(diff.rows());
        return new Part(lines.bytes(), lines, null, note + cut);
    }

    private Shape shape(Payload of) {
        return Shape.of(of.opcode(), origin.readable(of).map(Meaning::json).orElse(of.bytes()));
    }

    private static List<String> lines(Payload of, @Nullable JsonNode json) {
        if (json != null) {
            return PRETTY.writeValueAsString(json).lines().toList();
        }
        if (PayloadKind.of(of) == PayloadKind.BINARY) {
            var hex = new HexLines(of.bytes());
            return IntStream.range(0, (int) Math.min(hex.count(), LineDiff.MOST_LINES + 1L))
                    .mapToObj(row -> hex.line(row).text())
                    .toList();
        }
        return CopyForms.TEXT.of(of.bytes()).lines().limit(LineDiff.MOST_LINES + 1L).toList();
    }
}
