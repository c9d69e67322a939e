package dev.socketscope.app.controls;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A switch that also obeys Space and Enter, and that screen readers tell of. */
public final class Switch extends ToggleSwitch {
    /** @param name for whoever cannot see what it stands beside */
    public Switch(String name) {
        getStyleClass().add("bare-switch");
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        setAccessibleText(name);
        setFocusTraversable(true);
        selectedProperty()
                .subscribe((before, now) -> notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                fire();
                event.consume();
            }
        });
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED ? (Object) isSelected()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
