package org.francophonie.dclic.platform.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One act, as it is told to the trail. Values about a person go into {@link #personal}: they are encrypted under that
 * person's key, so that erasing the key erases them; an entry about several people holds their ids only.
 */
public final class AuditEntry {
    /** How the act ended. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    /** A value before and after; null means absent. */
    public record Change(@Nullable String before, @Nullable String after) {}

    private final String nature;
    private final Outcome outcome;
    private final @Nullable Right right;
    private @Nullable String name;
    private @Nullable String objectType;
    private @Nullable String objectId;
    private @Nullable String reason;
    private @Nullable PersonId actor;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final Map<String, Change> personal = new LinkedHashMap<>();
    private final Set<PersonId> subjects = new LinkedHashSet<>();

    private AuditEntry(String nature, Outcome outcome, @Nullable Right right) {
        this.nature = nature;
        this.outcome = outcome;
        this.right = right;
    }

    public static AuditEntry command(Right right) {
        return new AuditEntry("COMMAND", Outcome.DONE, right);
    }

    /** An act that was allowed and came to nothing. */
    public static AuditEntry failure(Right right) {
        return new AuditEntry("COMMAND", Outcome.FAILED, right);
    }

    public static AuditEntry read(Right right) {
        return new AuditEntry("READ", Outcome.DONE, right);
    }

    /** Data leave the platform in a file. */
    public static AuditEntry export(Right right) {
        return new AuditEntry("EXPORT", Outcome.DONE, right);
    }

    public static AuditEntry refusal(Right right, @Nullable Object target) {
        var entry = new AuditEntry("COMMAND", Outcome.REFUSED, right);
        return target == null ? entry : entry.on(target.getClass().getSimpleName(), target.toString());
    }

    public static AuditEntry signIn(Outcome outcome) {
        return new AuditEntry("SIGN_IN", outcome, null);
    }

    public static AuditEntry signOut() {
        return new AuditEntry("SIGN_OUT", Outcome.DONE, null);
    }

    /** What was done, when one right covers several acts. */
    public AuditEntry named(String act) {
        name = act;
        return this;
    }

    public AuditEntry on(String type, Object id) {
        objectType = type;
        objectId = id.toString();
        return this;
    }

    /** A value that says nothing about a person. */
    public AuditEntry change(String field, @Nullable Object before, @Nullable Object after) {
        if (before != null || after != null) changes.put(field, new Change(text(before), text(after)));
        return this;
    }

    /** A value about the one person this entry concerns. */
    public AuditEntry personal(String field, @Nullable Object before, @Nullable Object after) {
        personal.put(field, new Change(text(before), text(after)));
        return this;
    }

    /** A person whose data were read or changed. */
    public AuditEntry about(PersonId person) {
        subjects.add(person);
        return this;
    }

    public AuditEntry because(String why) {
        reason = why;
        return this;
    }

    /** Who acted, where the security context does not say it yet: at sign-in. */
    public AuditEntry by(PersonId person) {
        actor = person;
        return this;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    public String nature() {
        return nature;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Optional<Right> right() {
        return Optional.ofNullable(right);
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Optional<String> objectType() {
        return Optional.ofNullable(objectType);
    }

    public Optional<String> objectId() {
        return Optional.ofNullable(objectId);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<PersonId> actor() {
        return Optional.ofNullable(actor);
    }

    public Map<String, Change> changes() {
        return Map.copyOf(changes);
    }

    public Map<String, Change> personal() {
        return Map.copyOf(personal);
    }

    public Set<PersonId> subjects() {
        return Set.copyOf(subjects);
    }
}
