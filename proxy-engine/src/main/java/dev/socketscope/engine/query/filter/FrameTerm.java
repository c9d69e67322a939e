package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.journal.FrameScreen;
import java.util.List;
import java.util.Set;

/** A condition on one frame. */
sealed interface FrameTerm {
    boolean matches(FilterSubject frame);

    /** How dear the evaluation is, for doing cheap ones first: 0 looks at the header only. */
    int cost();

    /** What every frame passes that matches. */
    FrameScreen screen();

    private static FrameScreen inContent(FrameScreen payload) {
        return FrameScreen.any(List.of(FrameScreen.Plain.OTHER_CONTENT, payload));
    }

    record OfDirection(Direction direction) implements FrameTerm {
        @Override
        public boolean matches(FilterSubject frame) {
            return frame.direction() == direction;
        }

        @Override
        public int cost() {
            return 0;
        }

        @Override
        public FrameScreen screen() {
            return new FrameScreen.Towards(direction);
        }
    }

    record OfOpcode(Set<Opcode> opcodes) implements FrameTerm {
        @Override
        public boolean matches(FilterSubject frame) {
            return opcodes.contains(frame.opcode());
        }

        @Override
        public int cost() {
            return 0;
        }

        @Override
        public FrameScreen screen() {
            return new FrameScreen.OfOpcode(opcodes);
        }
    }

    /** @param value in the quantity's unit */
    record OfQuantity(Quantity quantity, Comparison comparison, long value) implements FrameTerm {
        @Override
        public boolean matches(FilterSubject frame) {
            long actual = quantity.of(frame);
            return actual >= 0 && comparison.holds(Long.compare(actual, value));
        }

        @Override
        public int cost() {
            return 0;
        }

        @Override
        public FrameScreen screen() {
            return quantity.screen(comparison, value);
        }
    }

    record WithText(TextSearch search) implements FrameTerm {
        @Override
        public boolean matches(FilterSubject frame) {
            return search.isFoundIn(frame.content());
        }

        @Override
        public int cost() {
            return 1;
        }

        @Override
        public FrameScreen screen() {
            return inContent(search.screen());
        }
    }

    record WithBytes(ByteSearch search) implements FrameTerm {
        @Override
        public boolean matches(FilterSubject frame) {
            FilterContent content = frame.content();
            return search.isFoundIn(content.bytes(), content.length());
        }

        @Override
        public int cost() {
            return 1;
        }

        @Override
        public FrameScreen screen() {
            return inContent(search.screen());
        }
    }

    record WithRegex(BoundedRegex regex) implements FrameTerm {
        @Override
        public boolean matches(FilterSubject frame) {
            FilterContent content = frame.content();
            return regex.isFoundIn(content.text(), content);
        }

        @Override
        public int cost() {
            return 2;
        }

        @Override
        public FrameScreen screen() {
            return FrameScreen.Plain.EVERY;
        }
    }

    record WithJson(JsonPath path, JsonTest test, JsonHint hint) implements FrameTerm {
        @Override
        public boolean matches(FilterSubject frame) {
            FilterContent content = frame.content();
            return hint.allows(content) && path.anyMatch(content.json(), value -> test.passes(value, content));
        }

        @Override
        public int cost() {
            return 3;
        }

        @Override
        public FrameScreen screen() {
            return inContent(hint.screen());
        }
    }
}
