package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** Says where a WebSocket is to be opened, and what is wrong with that while it is typed. JavaFX thread only; needs no toolkit. */
final class SocketForm {
    static final String URL = "uri";
    static final String HEADERS = "headers";
    static final String SUBPROTOCOLS = "subprotocols";
    static final String TIMEOUT = "timeout";

    private final StringProperty url = new SimpleStringProperty("");
    private final ObservableList<HeaderLine> headers = FXCollections.observableArrayList();
    private final StringProperty subprotocols = new SimpleStringProperty("");
    private final StringProperty timeout = new SimpleStringProperty("");
    private final BooleanProperty deflate = new SimpleBooleanProperty();
    private final BooleanProperty anyCertificate = new SimpleBooleanProperty();
    private final Problems problems = new Problems(URL, HEADERS, SUBPROTOCOLS, TIMEOUT);

    SocketForm(SocketPlan plan) {
        take(plan);
        Stream.of(url, subprotocols, timeout).forEach(text -> text.subscribe((before, now) -> check()));
        headers.addListener((ListChangeListener<HeaderLine>) change -> check());
    }

    StringProperty url() {
        return url;
    }

    ObservableList<HeaderLine> headers() {
        return headers;
    }

    /** Separated by commas or spaces. */
    StringProperty subprotocols() {
        return subprotocols;
    }

    StringProperty timeout() {
        return timeout;
    }

    BooleanProperty deflate() {
        return deflate;
    }

    BooleanProperty anyCertificate() {
        return anyCertificate;
    }

    Problems problems() {
        return problems;
    }

    void addHeader(Header header) {
        HeaderLine line = new HeaderLine(header);
        line.name().subscribe((before, now) -> check());
        line.value().subscribe((before, now) -> check());
        headers.add(line);
    }

    void take(SocketPlan plan) {
        url.set(plan.url());
        headers.clear();
        plan.headers().forEach(this::addHeader);
        subprotocols.set(String.join(", ", plan.subprotocols()));
        deflate.set(plan.deflate());
        anyCertificate.set(plan.anyCertificate());
        timeout.set(plan.timeout());
    }

    SocketPlan plan() {
        return new SocketPlan(url.get().strip(), written(), named(), deflate.get(), anyCertificate.get(),
                timeout.get());
    }

    /** Where to; empty when that cannot be, and {@link #problems()} say why. */
    Optional<DialTarget> target() {
        problems.clear();
        try {
            List<Header> sent = written();
            refuseForgotten(sent);
            return Optional.of(new DialTarget(uri(), sent, named(), deflate.get(), span(), anyCertificate.get()));
        } catch (IllegalArgumentException e) {
            problems.tell(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void check() {
        if (url.get().isBlank()) {
            problems.clear();
        } else {
            target();
        }
    }

    private List<Header> written() {
        return headers.stream().filter(line -> !line.isBlank()).map(HeaderLine::header).toList();
    }

    private List<String> named() {
        return Stream.of(subprotocols.get().split("[,\\s]+")).filter(name -> !name.isEmpty()).toList();
    }

    private URI uri() {
        try {
            return new URI(url.get().strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    URL + ": " + Strings.of("composer.connect.uri.no", e.getReason(),
                            Units.count(e.getIndex() + 1L)),
                    e);
        }
    }

    private Duration span() {
        return Quantity.TIME.read(timeout.get())
                .map(micros -> Duration.of(micros, ChronoUnit.MICROS))
                .orElseThrow(() -> new IllegalArgumentException(TIMEOUT + ": " + Quantity.TIME.expected()));
    }

    /** A secret that was not kept is not sent as an empty one. */
    private static void refuseForgotten(List<Header> sent) {
        sent.stream()
                .filter(header -> Secrets.isSecret(header.name()) && header.value().isEmpty())
                .findFirst()
                .ifPresent(header -> {
                    throw new IllegalArgumentException(
                            HEADERS + ": " + Strings.of("composer.connect.headers.forgotten", header.name()));
                });
    }
}
