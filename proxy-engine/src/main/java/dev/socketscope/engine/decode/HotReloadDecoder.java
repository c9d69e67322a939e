package dev.socketscope.engine.decode;

import dev.socketscope.engine.api.HmrMode;
import dev.socketscope.engine.decode.Sketch.FullException;
import dev.socketscope.engine.hmr.BuildProblem;
import dev.socketscope.engine.hmr.HmrDetector;
import dev.socketscope.engine.hmr.HmrDialect;
import dev.socketscope.engine.hmr.HmrFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages of dev servers: what they say to a page, and the message itself. A message alone is looked at, so what follows from
 * the ones before it is not said.
 */
final class HotReloadDecoder implements Decoder {
    private static final String EVENT = "data:";

    @Override
    public Meaning decode(Talk talk, Message message) {
        var sketch = new Sketch();
        String text = message.string();
        String summary = text;
        try {
            Optional<JsonNode> parsed = Json.parse(text.startsWith(EVENT) ? text.substring(EVENT.length()) : text);
            if (parsed.isPresent() && parsed.get() instanceof ObjectNode node) {
                summary = message(sketch, talk, message, node);
            } else {
                sketch.root(sketch.text(text));
                sketch.breakOff(Breaks.why("a hot-reload message", message, "it is not a JSON object"));
            }
        } catch (FullException e) {
            sketch.note(String.valueOf(e.getMessage()));
        }
        return sketch.done(Format.HOT_RELOAD, summary);
    }

    private static String message(Sketch sketch, Talk talk, Message message, ObjectNode node) {
        ObjectNode root = sketch.object(sketch::root);
        Optional<HmrDialect> dialect = dialect(talk, node);
        List<HmrFact> facts = dialect.map(known -> known.read(message.direction(), node)).orElse(List.of());
        root.put("dialect", dialect.map(HmrDialect::wireName).orElse("unknown"));
        // An update alone says that the build went well.
        List<String> said = facts.stream()
                .filter(fact -> facts.size() == 1 || !(fact instanceof HmrFact.Built built && built.hash().isEmpty()))
                .map(HotReloadDecoder::said)
                .toList();
        ArrayNode says = sketch.array(array -> root.set("says", array));
        said.forEach(line -> says.add(sketch.text(line)));
        root.set("message", sketch.plain(node));
        if (dialect.isEmpty()) {
            sketch.note("No dialect of the dev servers that are known.");
        }
        String type = Stream.of("type", "action", "event")
                .map(key -> node.path(key).asString(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        return said.isEmpty() ? Words.join(type, type.isEmpty() ? Json.brief(node) : Json.brief(without(node)))
                : said.size() == 1 ? said.getFirst() : said.getFirst() + " and " + (said.size() - 1) + " more";
    }

    private static JsonNode without(ObjectNode node) {
        ObjectNode rest = node.objectNode();
        node.properties()
                .stream()
                .filter(one -> !one.getKey().equals("type"))
                .forEach(one -> rest.set(one.getKey(),
                        one.getValue()));
        return rest;
    }

    /** The dialect that the engine has recognised, or that the handshake or the message tells. */
    private static Optional<HmrDialect> dialect(Talk talk, JsonNode node) {
        HmrMode mode = Stream.of(HmrMode.values())
                .filter(one -> one.wireName().equals(talk.hmr()) && one != HmrMode.OFF)
                .findFirst()
                .orElse(HmrMode.AUTO);
        return HmrDetector.byHandshake(mode, talk.subprotocol(), talk.path())
                .or(() -> HmrDetector.byGreeting(talk.path(), node));
    }

    private static String said(HmrFact fact) {
        return switch (fact) {
            case HmrFact.Connected connected -> Words.join("connected", connected.session());
            case HmrFact.Update update -> Words.join(update.kind(), update.path(),
                    update.acceptedPath().isEmpty() || update.acceptedPath().equals(update.path()) ? ""
                            : "accepts " + update.acceptedPath());
            case HmrFact.FullReload reload -> Words.join("full reload", reload.path());
            case HmrFact.Prune prune -> Words.join("prune", String.join(", ", prune.paths()));
            case HmrFact.Failed failed -> Words.join("build error", place(failed.problem()),
                    failed.problem().message().lines().findFirst().orElse(""));
            case HmrFact.Built built -> Words.join("built", built.hash());
            case HmrFact.PagePing ping -> "the page asks whether its server is there";
            case HmrFact.Repeated repeated -> "the server greets again";
        };
    }

    private static String place(BuildProblem problem) {
        var parts = new ArrayList<String>();
        if (!problem.file().isEmpty()) {
            parts.add(problem.file());
            if (problem.line() > 0) {
                parts.add(String.valueOf(problem.line()));
            }
        }
        return String.join(":", parts);
    }
}
