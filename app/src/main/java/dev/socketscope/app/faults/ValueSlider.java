package dev.socketscope.app.faults;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Slider;

/** Moves a value along its scale. The text stays the truth: it may be finer than a slider can be, or beyond its ends. */
final class ValueSlider extends Slider {
    private static final double STEP = 0.02;

    private final StringProperty text;
    private boolean following;

    ValueSlider(Scale scale, StringProperty text, String name) {
        super(0, 1, 0);
        this.text = text;
        getStyleClass().add("value-slider");
        setSkin(new ProgressSliderSkin(this));
        setBlockIncrement(STEP);
        text.subscribe(now -> {
            setAccessibleText(name + " " + now);
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
            scale.quantity().read(now).filter(value -> value != scale.value(getValue())).ifPresent(value -> {
                following = true;
                setValue(scale.position(value));
                following = false;
            });
        });
        valueProperty().subscribe((before, now) -> {
            if (!following) {
                text.set(scale.quantity().text(scale.value(now.doubleValue())));
            }
        });
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.VALUE_STRING ? text.get()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
