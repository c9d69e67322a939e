package dev.socketscope.engine.config;

import dev.socketscope.engine.config.Yaml.Entry;
import dev.socketscope.engine.config.Yaml.Mapping;
import dev.socketscope.engine.config.Yaml.Nothing;
import dev.socketscope.engine.config.Yaml.Scalar;
import dev.socketscope.engine.config.Yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Turns text into {@link Yaml} by Jackson's token stream, which, unlike its trees, knows lines. */
final class YamlReader {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_TOKENS = 100_000;
    private static final String HINT = "; values that begin with * & [ { or @ need quotes";
    private static final Pattern WRONG = Pattern.compile("^(?!while )(\\S.*)\\R in reader, line (\\d{1,9})",
            Pattern.MULTILINE);
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxTokenCount(MAX_TOKENS).build())
            .build();

    private final Problems problems;
    private final Map<String, Yaml> anchors = new HashMap<>();
    private final boolean follows;
    private int followed;

    YamlReader(Problems problems) {
        this(problems, false);
    }

    private YamlReader(Problems problems, boolean follows) {
        this.problems = problems;
        this.follows = follows;
    }

    /** One that puts what an alias stands for in its place. */
    static YamlReader followingAliases(Problems problems) {
        return new YamlReader(problems, true);
    }

    /** Empty when the text holds no document, or none that can be understood; the latter has been reported. */
    Optional<Yaml> read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Yaml yaml = value(parser);
            if (parser.nextToken() != null) {
                problems.add(line(parser), "", "a second document begins here, expected one document");
            }
            return Optional.of(yaml);
        } catch (JacksonException e) {
            report(e);
            return Optional.empty();
        }
    }

    /**
     * The keys of a document that is a mapping; empty when it is none, which has been reported unless the document is empty.
     *
     * @param expected for a person, to complete "expected …"
     */
    Optional<Section> section(String text, String expected) {
        Optional<Yaml> document = read(text);
        if (document.isPresent() && document.get() instanceof Mapping mapping) {
            return Optional.of(new Section("", mapping, problems));
        }
        document.ifPresent(other -> problems.unfit(other, "", expected));
        return Optional.empty();
    }

    /** The parser tells where it was and then what was wrong; only the latter is of use to a person. */
    private void report(JacksonException e) {
        Matcher wrong = WRONG.matcher(e.getOriginalMessage());
        boolean told = wrong.find();
        problems.add(told ? Integer.parseInt(wrong.group(2)) : Math.max(0, e.getLocation().getLineNr()), "",
                "not valid YAML: " + (told ? wrong.group(1) : e.getOriginalMessage()) + HINT);
    }

    private Yaml value(JsonParser parser) {
        int line = line(parser);
        Object anchor = follows ? parser.getObjectId() : null;
        Yaml value = switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, line);
            case START_ARRAY -> sequence(parser, line);
            case VALUE_NULL -> new Nothing(line);
            case null, default -> scalar(parser, line);
        };
        if (anchor != null) {
            anchors.put(anchor.toString(), value);
        }
        return value;
    }

    private Yaml mapping(JsonParser parser, int line) {
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int keyLine = line(parser);
            parser.nextToken();
            entries.add(new Entry(keyLine, key, value(parser)));
        }
        return new Mapping(line, List.copyOf(entries));
    }

    private Yaml sequence(JsonParser parser, int line) {
        List<Yaml> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Sequence(line, List.copyOf(items));
    }

    /** An alias that is not followed is kept as it was written: no value of a configuration begins with a star and goes on. */
    private Yaml scalar(JsonParser parser, int line) {
        String text = parser.getString();
        if (!(parser instanceof YAMLParser yaml && yaml.isCurrentAlias())) {
            return new Scalar(line, text);
        }
        Yaml meant = anchors.get(text);
        return meant != null && fits(meant) ? meant : new Scalar(line, "*" + text);
    }

    /** Aliases of aliases grow without end; what they all stand for is bounded as the document itself is. */
    private boolean fits(Yaml meant) {
        followed += size(meant);
        return followed <= MAX_TOKENS;
    }

    private static int size(Yaml value) {
        return switch (value) {
            case Mapping mapping -> 1 + mapping.entries().stream().mapToInt(e -> size(e.value())).sum();
            case Sequence list -> 1 + list.items().stream().mapToInt(YamlReader::size).sum();
            case Scalar _,Nothing _ -> 1;
        };
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
