package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Sections;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ScenarioForm;
import dev.socketscope.engine.scenario.Scenario;
import java.util.SequencedMap;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a scenario says as a whole. */
final class HeadCard extends VBox {
    private final KeyForm form = new KeyForm("head", this::set);
    private @Nullable Document document;

    HeadCard() {
        getStyleClass().add("card");
        getChildren().addAll(Sections.title("scenarios.head"), form);
    }

    void show(Document now) {
        document = now;
        Scenario scenario = now.scenario().get();
        form.setVisible(scenario != null);
        if (scenario != null) {
            form.show(FormKeys.of(scenario));
        }
    }

    private void set(SequencedMap<String, String> texts, String changed) throws ConfigException {
        Scenario now = document == null ? null : document.scenario().get();
        if (document != null && now != null) {
            Scenario after = ScenarioForm.under(texts, now);
            document.edit(before -> after);
        }
    }
}
