package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.wire.FaultReader;
import dev.socketscope.engine.wire.FaultWriter;
import dev.socketscope.engine.wire.Json;
import dev.socketscope.engine.wire.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Hops made of several faults, which are armed and disarmed together. */
final class PresetCalls {
    private static final String ALL = ApiOperations.BASE + "/presets";

    /** A preset and the faults that it consists of, in the shape in which faults are armed. */
    private record PresetJson(String name, String summary, List<JsonNode> faults) {
        static PresetJson of(FaultPreset preset) {
            return new PresetJson(preset.wireName(), preset.summary(),
                    preset.faults().stream().<JsonNode>map(FaultWriter::write).toList());
        }
    }

    private final Engine engine;

    PresetCalls(Engine engine) {
        this.engine = engine;
    }

    List<Operation> operations() {
        return List.of(new Operation("GET", ALL, PresetCalls::list), new Operation("POST", ALL + "/{name}", this::arm),
                new Operation("DELETE", ALL + "/{name}", this::disarm));
    }

    private static Answer list(Call call) {
        call.noBody();
        return Answer.json(Map.of("presets", Stream.of(FaultPreset.values()).map(PresetJson::of).toList()));
    }

    private Answer arm(Call call) throws InterruptedException {
        FaultPreset preset = FaultPreset.named(call.variable("name")).orElse(null);
        if (preset == null) {
            return unknown(call.variable("name"));
        }
        call.query().finish();
        List<CompletableFuture<Reply>> replies = FaultReader
                .read(preset, call.body().length == 0 ? Json.object() : call.json())
                .stream()
                .map(fault -> engine.submit(new Command.ArmFault(fault)).toCompletableFuture())
                .toList();
        return Submission.await(CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenApply(_ -> armed(replies.stream().map(CompletableFuture::join).toList())));
    }

    /** All of a hop or nothing of it. */
    private Answer armed(List<Reply> replies) {
        List<Reply.Armed> armed = replies.stream()
                .filter(Reply.Armed.class::isInstance)
                .map(Reply.Armed.class::cast)
                .toList();
        Optional<Reply> other = replies.stream().filter(reply -> !(reply instanceof Reply.Armed)).findFirst();
        if (other.isEmpty()) {
            return Answer.json(201, Map.of("armed", armed));
        }
        disarm(armed.stream().map(Reply.Armed::id));
        return Submission.answer(other.get(), 400);
    }

    private Answer disarm(Call call) {
        call.noBody();
        String name = call.variable("name");
        if (FaultPreset.named(name).isEmpty()) {
            return unknown(name);
        }
        List<String> ids = engine.faults()
                .stream()
                .filter(fault -> fault.armed().fault().label().equals(name))
                .map(fault -> fault.armed().id())
                .toList();
        disarm(ids.stream());
        return Answer.json(Map.of("message", "Disarmed " + ids.size() + " faults of " + name + "."));
    }

    private void disarm(Stream<String> ids) {
        ids.forEach(id -> engine.submit(new Command.DisarmFault(id)));
    }

    private static Answer unknown(String name) {
        List<String> names = Stream.of(FaultPreset.values()).map(FaultPreset::wireName).toList();
        return Answer.problem(404, "There is no preset " + name + ", only " + String.join(", ", names)
                + Suggestion.of(name, names) + ".");
    }
}
