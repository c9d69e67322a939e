package dev.socketscope.app.settings;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The routes of an engine while somebody edits them. What is edited acts only when it is applied; open connections keep their routes then.
 * JavaFX thread only; needs no toolkit.
 */
final class RoutesModel {
    /** Asks the engine for its routes; one of the two that the receiver gets is null. */
    interface Source {
        void ask(BiConsumer<? super @Nullable List<Route>, ? super @Nullable Throwable> receiver);
    }

    private final Source source;
    private final Submit engine;
    private final Supplier<RouteDraft> fresh;
    private final KeyFindings files;
    private final ObservableList<RouteDraft> drafts = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private List<Route> inForce = List.of();
    private RoutesCheck check = RoutesCheck.of(List.of());
    private boolean filling;

    /**
     * @param fresh makes what a new route begins with
     * @param files looks into the files of certificates and keys
     */
    RoutesModel(Source source, Submit engine, Supplier<RouteDraft> fresh, KeyFindings.Source files) {
        this.source = source;
        this.engine = engine;
        this.fresh = fresh;
        this.files = new KeyFindings(files, this::edited);
    }

    ObservableList<RouteDraft> drafts() {
        return drafts;
    }

    /** Another number whenever anything has changed, after all of it has. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /** Why the engine did not do what it was asked for; empty when it did. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** What is edited, read as the engine would read it. */
    RoutesCheck check() {
        return check;
    }

    /** Whether there is something to apply or to revert. */
    boolean changed() {
        return !check.routes().equals(inForce);
    }

    boolean canApply() {
        return changed() && check.fine();
    }

    /** Takes over what is in force at the engine, unless somebody is in the middle of editing, and looks again into the files. */
    void look() {
        files.again();
        source.ask((routes, failure) -> {
            if (routes == null) {
                message.set(Strings.of("routes.unknown", String.valueOf(failure)));
            } else if (!routes.equals(inForce)) {
                boolean untouched = !changed();
                inForce = List.copyOf(routes);
                if (untouched) {
                    revert();
                } else {
                    message.set(Strings.of("routes.moved"));
                    edited();
                }
            }
        });
    }

    /** As they are in force. */
    void revert() {
        message.set("");
        fill(inForce.stream().map(RouteDraft::new).toList());
    }

    /** @return where the new one stands */
    int add() {
        return insert(drafts.size(), fresh.get());
    }

    int duplicate(int index) {
        return insert(index + 1, new RouteDraft(drafts.get(index)));
    }

    /** @return what puts it back, if it is not there again by then */
    Runnable remove(int index) {
        RouteDraft gone = drafts.remove(index);
        edited();
        return () -> insert(Math.min(index, drafts.size()), gone);
    }

    /** @param by -1 for up, 1 for down; beyond the ends nothing happens. @return where it stands then */
    int move(int index, int by) {
        int to = index + by;
        if (to < 0 || to >= drafts.size()) {
            return index;
        }
        List<RouteDraft> all = new ArrayList<>(drafts);
        all.add(to, all.remove(index));
        drafts.setAll(all);
        edited();
        return to;
    }

    /** Sets some fields of all routes. */
    void setAll(List<RouteField> fields, RouteDraft like) {
        drafts.forEach(draft -> fields.forEach(field -> draft.text(field).set(like.text(field).get())));
    }

    /** @param applied gets the routes that were in force before */
    void apply(Consumer<List<Route>> applied) {
        if (canApply()) {
            List<Route> before = inForce;
            replace(check.routes(), () -> applied.accept(before));
        }
    }

    /** Puts other routes in force, whatever is edited. */
    void replace(List<Route> routes, Runnable done) {
        message.set("");
        engine.submit(new Command.ReplaceRoutes(routes), reply -> {
            switch (reply) {
                case Reply.Refused refused -> message.set(Strings.of("routes.refused", refused.reason()));
                case Reply.Done ok -> {
                    inForce = List.copyOf(routes);
                    revert();
                    done.run();
                }
                case Reply.Armed ok -> done.run();
            }
        });
    }

    private int insert(int index, RouteDraft draft) {
        watch(draft);
        drafts.add(index, draft);
        edited();
        return index;
    }

    private void fill(List<RouteDraft> now) {
        filling = true;
        now.forEach(this::watch);
        drafts.setAll(now);
        filling = false;
        edited();
    }

    private void watch(RouteDraft draft) {
        for (RouteField field : RouteField.values()) {
            draft.text(field).subscribe((before, now) -> edited());
        }
    }

    private void edited() {
        if (!filling) {
            check = RoutesCheck.of(drafts, files::of);
            version.set(version.get() + 1);
        }
    }
}
