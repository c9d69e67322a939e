package dev.socketscope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.KeyFiles;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.config.RoutesReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesModelTest {
    private final List<Route> inForce = new ArrayList<>(List.of(Route.of("*", "/", "http://127.0.0.1:5173"),
            Route.of("*.localhost", "/_hmr", "http://127.0.0.1:5174")));
    private final List<Command> asked = new ArrayList<>();
    private final Memory memory = Memory.forgetful();
    private final RouteDefaults defaults = new RouteDefaults(memory);
    private Reply answer = new Reply.Done("");
    private Map<String, String> mistakes = Map.of();
    private final RoutesModel model = new RoutesModel(
            receiver -> receiver.accept(List.copyOf(inForce), null), (command, answered) -> {
                asked.add(command);
                answered.accept(answer);
            }, defaults::fresh, (tls, found) -> found.accept(mistakes));

    RoutesModelTest() {
        model.look();
    }

    @Test
    void whatIsInForceIsShownAndNothingIsToBeApplied() {
        assertThat(model.drafts()).extracting(RouteDraft::rule).containsExactly("*/", "*.localhost/_hmr");
        assertThat(model.check().routes()).isEqualTo(inForce);
        assertThat(model.changed()).isFalse();
        assertThat(model.canApply()).isFalse();
    }

    @Test
    void aMistakeIsToldBesideItsFieldWithTheValueAndWhatWasExpected() {
        type(1, RouteField.UPSTREAM, "ftp://x");
        type(1, RouteField.PONG_TIMEOUT, "40s");
        type(0, RouteField.JITTER, "2");

        assertThat(model.check().wrong(1).get(RouteField.UPSTREAM))
                .startsWith("got \"ftp://x\", expected http://HOST:PORT");
        assertThat(model.check().wrong(1).get(RouteField.PONG_TIMEOUT)).contains("at most pingInterval, 30s");
        assertThat(model.check().wrong(0)).containsOnlyKeys(RouteField.JITTER);
        assertThat(model.canApply()).isFalse();
        model.apply(before -> {});
        assertThat(asked).isEmpty();
    }

    @Test
    void headersAreAListAndAFieldWithoutTextHasItsDefault() {
        type(0, RouteField.HEADERS, "cookie, Origin");
        type(0, RouteField.PING_INTERVAL, "");

        Route route = model.check().routes().getFirst();
        assertThat(route.headers().allowed()).containsExactlyInAnyOrder("cookie", "origin");
        assertThat(route.tunnel().keepAlive().pingInterval()).isEqualTo(KeepAlive.DEFAULT.pingInterval());
        type(0, RouteField.HEADERS, "cookie, connection");
        assertThat(model.check().wrong(0).get(RouteField.HEADERS)).contains("\"connection\"");
    }

    @Test
    void applyingReplacesAllRoutesAndTellsWhatWasBefore() {
        type(0, RouteField.UPSTREAM, "http://127.0.0.1:9999");
        List<Route> before = new ArrayList<>();
        model.apply(before::addAll);

        assertThat(asked).singleElement()
                .isInstanceOfSatisfying(Command.ReplaceRoutes.class, command -> assertThat(command.routes()
                        .getFirst()
                        .upstream()).isEqualTo("http://127.0.0.1:9999"));
        assertThat(before).isEqualTo(inForce);
        assertThat(model.changed()).isFalse();
    }

    @Test
    void aRefusalSaysWhyAndKeepsWhatWasEdited() {
        answer = new Reply.Refused("routes are read only");
        type(0, RouteField.PATH, "/app");
        model.apply(before -> {
            throw new AssertionError("applied");
        });

        assertThat(model.message().get()).contains("routes are read only");
        assertThat(model.drafts().getFirst().rule()).isEqualTo("*/app");
        model.revert();
        assertThat(model.drafts().getFirst().rule()).isEqualTo("*/");
        assertThat(model.message().get()).isEmpty();
    }

    @Test
    void theOrderChangesAndWhatIsRemovedComesBack() {
        assertThat(model.move(0, 1)).isEqualTo(1);
        assertThat(model.move(1, 1)).as("beyond the end").isEqualTo(1);
        Runnable back = model.remove(0);
        assertThat(model.drafts()).extracting(RouteDraft::rule).containsExactly("*/");
        back.run();
        assertThat(model.drafts()).extracting(RouteDraft::rule).containsExactly("*.localhost/_hmr", "*/");
        assertThat(model.canApply()).isTrue();
        model.remove(0);
        model.remove(0);
        assertThat(model.canApply()).as("an engine needs a route").isFalse();
    }

    @Test
    void routesThatOthersPutInForceAreShownUnlessSomebodyIsEditing() {
        inForce.removeLast();
        model.look();
        assertThat(model.drafts()).hasSize(1);

        type(0, RouteField.PATH, "/mine");
        inForce.add(Route.of("*", "/theirs", "http://127.0.0.1:1"));
        model.look();
        assertThat(model.drafts()).hasSize(1);
        assertThat(model.message().get()).contains("other routes");
        model.revert();
        assertThat(model.drafts()).hasSize(2);
    }

    @Test
    void aNewRouteBeginsAsTheDefaultsSayAlsoInTheNextWindow() {
        defaults.draft().text(RouteField.PING_INTERVAL).set("5s");
        defaults.draft().text(RouteField.PONG_TIMEOUT).set("2s");
        defaults.draft().text(RouteField.JITTER).set("many");
        assertThat(defaults.wrong().get()).containsOnlyKeys(RouteField.JITTER);

        int added = model.add();
        assertThat(model.drafts().get(added).text(RouteField.PING_INTERVAL).get()).isEqualTo("5s");
        assertThat(model.check().fine()).as("a mistake is not passed on").isTrue();
        RouteDefaults next = new RouteDefaults(memory);
        assertThat(next.fresh().text(RouteField.PONG_TIMEOUT).get()).isEqualTo("2s");

        Runnable back = next.reset();
        assertThat(next.draft().text(RouteField.PING_INTERVAL).get()).isEqualTo("30s");
        back.run();
        assertThat(next.draft().text(RouteField.PING_INTERVAL).get()).isEqualTo("5s");
    }

    @Test
    void aFileThatCannotBeUsedIsToldBesideItsFieldUntilItIsMended() {
        mistakes = Map.of("tls.key", "got \"/keys/b.pem\", expected the key that belongs to /keys/a.pem");
        type(0, RouteField.UPSTREAM, "https://127.0.0.1:5173");
        type(0, RouteField.CERTIFICATE, "/keys/a.pem");
        assertThat(model.check().wrong(0)).containsOnlyKeys(RouteField.PRIVATE_KEY);
        type(0, RouteField.PRIVATE_KEY, "/keys/b.pem");

        assertThat(model.check().wrong(0).get(RouteField.PRIVATE_KEY)).contains("belongs to /keys/a.pem");
        assertThat(model.canApply()).isFalse();
        type(1, RouteField.JITTER, "2");
        assertThat(model.check().wrong(0)).as("whatever else is wrong").containsKey(RouteField.PRIVATE_KEY);
        type(1, RouteField.JITTER, "0.2");

        mistakes = Map.of();
        model.look();
        assertThat(model.canApply()).isTrue();
        assertThat(model.check().routes().getFirst().tls().certificate())
                .contains(new KeyFiles(Path.of("/keys/a.pem"), Path.of("/keys/b.pem")));
    }

    @Test
    void whatOnlyTlsCanUseIsAMistakeOfItsFieldWithoutTls() {
        type(0, RouteField.SERVER_NAME, "dev.example");

        assertThat(model.check().wrong(0).get(RouteField.SERVER_NAME)).contains("the upstream is not https");
        assertThat(model.check().others()).isEmpty();
        type(0, RouteField.UPSTREAM, "https://127.0.0.1:5173");
        assertThat(model.check().routes().getFirst().tls().serverName()).contains("dev.example");
    }

    @Test
    void theYamlThatIsCopiedIsReadAsTheSameRoutes() throws Exception {
        type(0, RouteField.HEADERS, "cookie, origin");
        type(1, RouteField.UPSTREAM, "http://127.0.0.1:{port}");

        List<Route> routes = model.check().routes();
        assertThat(routes).hasSize(2);
        assertThat(RoutesReader.parse("copied", RoutesYaml.of(routes))).isEqualTo(routes);
    }

    private void type(int index, RouteField field, String text) {
        model.drafts().get(index).text(field).set(text);
    }
}
