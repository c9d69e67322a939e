package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Opcode;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/** Chooses text messages, binary ones, or both. */
final class KindBox extends ComboBox<KindBox.Kind> {
    /** @param opcode null for both */
    record Kind(@Nullable Opcode opcode) {
        @Override
        public String toString() {
            return Strings.of(opcode == null ? "composer.kind.any" : "composer.kind." + opcode.wireName());
        }
    }

    KindBox(ObjectProperty<@Nullable Opcode> chosen) {
        getItems().addAll(new Kind(null), new Kind(Opcode.TEXT), new Kind(Opcode.BINARY));
        chosen.subscribe(now -> setValue(new Kind(now)));
        valueProperty().subscribe(kind -> {
            if (kind != null) {
                chosen.set(kind.opcode());
            }
        });
    }
}
