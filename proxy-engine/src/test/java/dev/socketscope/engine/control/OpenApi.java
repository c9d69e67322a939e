package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The API's description as a test's yardstick. */
final class OpenApi {
    /** Statuses that the document's preface allows everywhere. */
    private static final Set<Integer> EVERYWHERE = Set.of(404, 405, 411, 413, 414, 431, 500, 505);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    static final OpenApi DOCUMENT = load();

    final JsonNode root;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApi(JsonNode root) {
        this.root = root;
    }

    private static OpenApi load() {
        try (InputStream in = Objects.requireNonNull(EngineCalls.class.getResourceAsStream(EngineCalls.DOCUMENT))) {
            return new OpenApi(YAMLMapper.builder().build().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code GET /path/{id}} of everything that is described. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        root.get("paths").forEachEntry((path, item) -> item.propertyNames().forEach(method -> {
            if (!method.equals("parameters")) {
                operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
            }
        }));
        return operations;
    }

    /** Names of an operation's query parameters. */
    Set<String> queryParameters(String method, String template) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation(method, template).path("parameters")) {
            JsonNode resolved = resolve(parameter);
            if (resolved.get("in").asString().equals("query")) {
                names.add(resolved.get("name").asString());
            }
        }
        return names;
    }

    JsonNode operation(String method, String template) {
        return root.get("paths").path(template).path(method.toLowerCase(java.util.Locale.ROOT));
    }

    /** Fails unless the answer is one that the document allows. */
    void check(String method, HttpResponse<String> answer) {
        String what = method + " " + answer.uri().getRawPath() + " answered " + answer.statusCode() + " "
                + answer.body();
        Optional<String> template = template(answer.uri().getRawPath());
        JsonNode response = template.map(t -> operation(method, t).path("responses")
                .path(Integer.toString(answer.statusCode()))).orElse(JSON.missingNode());
        if (response.isMissingNode()) {
            assertThat(EVERYWHERE).as(what + ", which is not described").contains(answer.statusCode());
            checkSchema("Problem", answer.body(), what);
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode content = resolve(response).path("content").path(type);
        assertThat(content.isMissingNode()).as(what + " as " + type + ", which is not described").isFalse();
        String reference = content.path("schema").path("$ref").asString("");
        if (!reference.isEmpty()) {
            checkSchema(reference.substring(reference.lastIndexOf('/') + 1), answer.body(), what);
        }
    }

    /** Fails unless a JSON text fits a named schema. */
    void checkSchema(String name, String json, String what) {
        Schema schema = schemas.computeIfAbsent(name, this::schema);
        List<String> errors = schema.validate(JSON.readTree(json)).stream().map(Object::toString).toList();
        assertThat(errors).as(what + " against " + name).isEmpty();
    }

    private Schema schema(String name) {
        assertThat(root.at("/components/schemas/" + name).isMissingNode()).as("no schema " + name).isFalse();
        ObjectNode document = JSON.createObjectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$ref", "#/components/schemas/" + name);
        document.set("components", root.get("components"));
        return REGISTRY.getSchema(document);
    }

    private Optional<String> template(String path) {
        return root.get("paths")
                .propertyNames()
                .stream()
                .filter(t -> new Operation("GET", t, _ -> Answer.problem(500, "")).match(Operation.segments(path))
                        .isPresent())
                .min(Comparator.comparingInt(t -> t.split("\\{", -1).length));
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }
}
