package dev.socketscope.engine.config;

import java.util.Optional;

/** YAML, and JSON with it, that is not Socketscope's own configuration. */
public final class YamlDocument {
    private YamlDocument() {}

    /**
     * The value of the only document, with what aliases stand for in their place; empty when there is none.
     *
     * @param source what messages name
     * @throws ConfigException when it is not YAML, or more than one document
     */
    public static Optional<Yaml> parse(String source, String text) throws ConfigException {
        Problems problems = new Problems(source);
        Optional<Yaml> document = YamlReader.followingAliases(problems).read(text);
        problems.throwIfAny();
        return document;
    }
}
