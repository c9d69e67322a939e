package dev.socketscope.app.composer;

import dev.socketscope.engine.api.Header;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A header as it is being written. */
record HeaderLine(StringProperty name, StringProperty value) {
    HeaderLine(Header header) {
        this(new SimpleStringProperty(header.name()), new SimpleStringProperty(header.value()));
    }

    boolean isBlank() {
        return name.get().isBlank() && value.get().isBlank();
    }

    Header header() {
        return new Header(name.get().strip(), value.get().strip());
    }
}
