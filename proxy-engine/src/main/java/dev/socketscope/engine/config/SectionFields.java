package dev.socketscope.engine.config;

import dev.socketscope.engine.api.InvalidFaultException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fault's keys in a part of a YAML document. What does not fit is reported with its line, and then ends the reading. */
final class SectionFields implements FaultFields {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Syntax<Duration> SPAN = Syntax.duration(Duration.ZERO, LONGEST);
    private static final Syntax<String> TEXT = new Syntax<>("text", Optional::of);

    /** The problem is with the others. */
    static final class Reported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Reported() {
            super("reported already", null, false, false);
        }
    }

    private final Section section;

    SectionFields(Section section) {
        this.section = section;
    }

    /** What a reader makes of a section; empty when it does not fit, which has been reported. */
    static <T> Optional<T> reading(Section section, Function<FaultFields, T> reader) {
        try {
            return Optional.of(reader.apply(new SectionFields(section)));
        } catch (Reported _) {
            return Optional.empty();
        } catch (InvalidFaultException e) {
            section.invalid(e.key(), e.problem());
            return Optional.empty();
        }
    }

    private <T> T required(String key, Syntax<T> syntax) {
        return section.require(key, syntax).orElseThrow(Reported::new);
    }

    @Override
    public boolean has(String key) {
        return section.has(key);
    }

    @Override
    public String text(String key) {
        return required(key, TEXT);
    }

    @Override
    public long number(String key) {
        return required(key, Syntax.wholeLong());
    }

    @Override
    public int whole(String key) {
        return required(key, Syntax.wholeInt());
    }

    @Override
    public double decimal(String key, double fallback) {
        return has(key) ? required(key, Syntax.number(0, 1)) : fallback;
    }

    @Override
    public Duration span(String key) {
        return required(key, SPAN);
    }

    @Override
    public <E extends Enum<E>> E choice(Class<E> type, String key) {
        return required(key, Syntax.oneOf(type));
    }

    @Override
    public @Nullable FaultFields object(String key) {
        if (!section.has(key)) {
            return null;
        }
        return new SectionFields(section.section(key).orElseThrow(Reported::new));
    }

    @Override
    public List<SectionFields> objects(String key) {
        List<Section> sections = section.sections(key);
        if (section.has(key) && sections.isEmpty()) {
            throw new Reported();
        }
        return sections.stream().map(SectionFields::new).toList();
    }

    @Override
    public void finish() {
        section.finish();
    }
}
