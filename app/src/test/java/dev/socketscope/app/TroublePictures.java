package dev.socketscope.app;

import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeLongTexts;
import dev.socketscope.app.live.Engines;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * Renders the window over a fake engine to which everything has happened, without waiting for it to happen to a real one. Arguments:
 * the folder, then beginnings of file names, for example {@code rtt-dark}, none for all pictures.
 */
public final class TroublePictures extends Application {
    private static final String LONG = "--long";

    @Override
    public void start(Stage stage) {
        Fonts.load();
        List<String> arguments = getParameters().getRaw();
        FakeEngine engine = (arguments.contains(LONG) ? FakeLongTexts.engine() : FakeEngine.troubled(7)).run();
        Wiring wiring = new Wiring(Engines.only(engine), Memory.forgetful(), expression -> connection -> true,
                new ScenarioPlace(() -> "", Path.of("target", "no-scenarios")), url -> {});
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(Shot.WIDTH);
        stage.setHeight(Shot.HEIGHT);
        stage.setScene(wiring.scene());
        stage.show();
        List<Shot> shots = Shot.all().stream().filter(shot -> wanted(shot, arguments)).toList();
        Screenshots pictures = new Screenshots(stage, new WindowSitter(wiring), shots, Path.of(arguments.getFirst()),
                file -> {});
        pictures.finished().whenComplete((count, failure) -> {
            wiring.close();
            engine.close();
            Platform.exit();
        });
        pictures.start();
    }

    private static boolean wanted(Shot shot, List<String> arguments) {
        List<String> names = arguments.stream().skip(1).filter(name -> !name.equals(LONG)).toList();
        return names.isEmpty() || names.stream().anyMatch(shot.fileName()::startsWith);
    }

    /** Not an application itself, so that JavaFX may stand on the class path. */
    public static final class Main {
        private Main() {}

        public static void main(String[] args) {
            Application.launch(TroublePictures.class, args);
        }
    }
}
