package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The document and the server say the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private final OpenApi document = OpenApi.DOCUMENT;
    private ControlRig rig = new ControlRig();

    @BeforeAll
    void describe() {
        assertThat(document.root.get("openapi").asString()).startsWith("3.1");
    }

    @AfterAll
    void close() {
        rig.close();
    }

    private Stream<Operation> operations() {
        return ApiOperations
                .of(new EngineCalls(rig.engine, _ -> "", Optional::empty), rig.engine, Reload.NO_FILE,
                        new PollSessions(rig.engine, System::nanoTime))
                .all()
                .stream();
    }

    @Test
    void everyOperationIsDescribedAndEveryDescribedOneExists() {
        Set<String> served = operations().map(o -> o.method() + " " + o.template())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(document.operations()).isEqualTo(served);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyParameterIsDescribedAndEveryDescribedOneIsTaken(Operation operation) {
        String path = operation.template()
                .replace("{id}", "ws_none")
                .replace("{seq}", "0")
                .replace("{sandbox}", "none")
                .replace("{name}", "train");
        ControlRig.Reply reply = rig.call(operation.method(), path + "?zzzzzzzz=1", null);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/key")).isEqualTo("zzzzzzzz");
        String expected = reply.at("/expected").replaceFirst("^one of ", "");
        Set<String> taken = expected.equals("none") ? Set.of() : new TreeSet<>(Set.of(expected.split(", ")));
        assertThat(taken).isEqualTo(document.queryParameters(operation.method(), operation.template()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyPathVariableIsDescribed(Operation operation) {
        Set<String> variables = Operation.segments(operation.template())
                .stream()
                .filter(s -> s.startsWith("{"))
                .map(s -> s.substring(1, s.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        for (JsonNode parameter : document.root.get("paths").get(operation.template()).path("parameters")) {
            String reference = parameter.path("$ref").asString("");
            JsonNode resolved = reference.isEmpty() ? parameter : document.root.at(reference.substring(1));
            described.add(resolved.get("name").asString());
        }
        assertThat(described).isEqualTo(variables);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        Set<String> used = new TreeSet<>();
        references(document.root, used);
        assertThat(used).allSatisfy(r -> assertThat(document.root.at(r.substring(1)).isMissingNode()).isFalse());
        document.root.at("/components")
                .forEachEntry((group, members) -> members.propertyNames()
                        .forEach(name -> assertThat(group.equals("securitySchemes")
                                || used.contains("#/components/" + group + "/" + name)).as(group + "/" + name)
                                .isTrue()));
    }

    private static void references(JsonNode node, Set<String> found) {
        if (node.isObject() && node.has("$ref")) {
            found.add(node.get("$ref").asString());
        }
        node.forEach(child -> references(child, found));
    }

    @Test
    void theServerHandsTheDocumentOut() {
        ControlRig.Reply reply = rig.get("/api/v1/openapi.yaml");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.answer().body()).startsWith("openapi: 3.1");
    }
}
