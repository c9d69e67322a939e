package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.KeyFiles;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.UpstreamTls;
import dev.socketscope.engine.keys.KeyMaterial;
import dev.socketscope.engine.keys.LocalAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** From a field of the editor of routes to where a real engine sends what comes next. */
class SettingsFlowTest extends RealFlow {
    @Start
    void start(Stage stage) {
        show(stage, "settings");
    }

    @Test
    void aMistakeIsToldWhileItIsTypedAndTheRestIsAppliedWithoutLosingAConnection(FxRobot robot) throws Exception {
        client.connectNow();
        String upstream = routes().getFirst().upstream();
        routesPage(robot);

        type(robot, "#route-upstream", "nowhere");
        assertThat(text(robot, "#route-upstream-wrong")).startsWith("got \"nowhere\", expected http://HOST:PORT");
        assertThat(robot.lookup("#routes-apply").query().isDisabled()).isTrue();
        type(robot, "#route-upstream", "http://127.0.0.1:1");
        assertThat(robot.lookup("#route-upstream-wrong").query().isVisible()).isFalse();
        robot.clickOn("#routes-apply");

        await().until(() -> routes().getFirst().upstream().equals("http://127.0.0.1:1"));
        client.roundTrip("still here");
        EchoClient lost = tunnel.echo();
        assertThat(lost.connectBlocking(10, TimeUnit.SECONDS)).isFalse();

        await().until(() -> text(robot, "#routes-state .label").equals("In force"));
        robot.interact(() -> robot.lookup("#route-list").query().requestFocus());
        undo(robot);
        await().until(() -> routes().getFirst().upstream().equals(upstream));
        EchoClient again = tunnel.echo();
        again.connectNow();
        again.roundTrip("back");
        again.close();
    }

    @Test
    void routesAreAddedAndRemovedAndRevertBringsBackWhatIsInForce(FxRobot robot) {
        routesPage(robot);
        ListView<?> list = robot.lookup("#route-list").queryListView();

        robot.clickOn("#route-add");
        type(robot, "#route-match-path", "/api");
        assertThat(list.getItems()).hasSize(2);
        assertThat(text(robot, "#routes-state .label")).isEqualTo("Not applied yet");
        robot.clickOn("#route-up").clickOn("#routes-apply");
        await().until(() -> routes().size() == 2 && routes().getFirst().path().equals("/api"));

        robot.interact(() -> list.getSelectionModel().select(0));
        robot.clickOn("#route-remove");
        assertThat(list.getItems()).hasSize(1);
        robot.clickOn("#routes-revert");
        assertThat(list.getItems()).hasSize(2);
    }

    @Test
    void certificatesAreLookedIntoWhileTheirFilesAreNamedAndAppliedAndTakenBack(FxRobot robot, @TempDir Path folder)
            throws Exception {
        Route before = routes().getFirst();
        LocalAuthority authority = LocalAuthority.open(folder.resolve("authority"), Instant.now());
        KeyFiles mine = files(folder, "mine", authority);
        KeyFiles other = files(folder, "other", authority);
        routesPage(robot);

        paste(robot, "#route-tls-serverName", "dev.example");
        assertThat(text(robot, "#route-tls-serverName-wrong")).contains("the upstream is not https");
        paste(robot, "#route-upstream", "https://127.0.0.1:9443");
        paste(robot, "#route-tls-ca", folder.resolve("none.pem").toString());
        await().until(() -> text(robot, "#route-tls-ca-wrong").contains("there is no such file"));
        assertThat(robot.lookup("#routes-apply").query().isDisabled()).isTrue();
        paste(robot, "#route-tls-ca", authority.file().toString());
        await().until(() -> text(robot, "#route-tls-ca-wrong").isEmpty());
        paste(robot, "#route-tls-cert", mine.certificate().toString());
        assertThat(text(robot, "#route-tls-key-wrong")).contains("expected");
        paste(robot, "#route-tls-key", other.key().toString());
        await().until(() -> text(robot, "#route-tls-key-wrong").contains("it belongs to another certificate"));
        paste(robot, "#route-tls-key", mine.key().toString());
        await().until(() -> !robot.lookup("#routes-apply").query().isDisabled());
        robot.clickOn("#routes-apply");

        await().until(() -> routes().getFirst()
                .tls()
                .equals(new UpstreamTls(true, Optional.of(authority.file()), Optional.of(mine),
                        Optional.of("dev.example"))));
        await().until(() -> text(robot, "#routes-state .label").equals("In force"));
        undo(robot);
        await().until(() -> routes().getFirst().equals(before));
    }

    private static KeyFiles files(Path folder, String name, LocalAuthority authority) throws Exception {
        KeyMaterial keys = authority.issue(List.of(name + ".example"), Instant.now());
        return new KeyFiles(
                Files.writeString(folder.resolve(name + ".pem"), pem("CERTIFICATE", keys.certificate().getEncoded())),
                Files.writeString(folder.resolve(name + "-key.pem"), pem("PRIVATE KEY", keys.key().getEncoded())));
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }

    private static void paste(FxRobot robot, String field, String text) {
        TextField input = robot.lookup(field).query();
        robot.interact(() -> {
            input.selectAll();
            input.replaceSelection(text);
        });
    }

    @Test
    void resettingTheLookIsTakenBack(FxRobot robot) {
        robot.clickOn("#settings-compact");
        robot.clickOn("#settings-reset");
        assertThat(memory.text("look.density")).contains("comfortable");

        undo(robot);

        assertThat(memory.text("look.density")).contains("compact");
    }

    private static void routesPage(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K).write("settings routes").push(KeyCode.ENTER);
        await().until(() -> robot.lookup("#route-upstream").tryQuery().isPresent());
    }

    private static void type(FxRobot robot, String field, String text) {
        TextField input = robot.lookup(field).query();
        robot.interact(() -> {
            input.requestFocus();
            input.selectAll();
        });
        robot.write(text);
    }

    private List<Route> routes() {
        return tunnel.engine.routes().toCompletableFuture().join();
    }
}
