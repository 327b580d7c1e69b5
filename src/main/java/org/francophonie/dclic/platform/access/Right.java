package org.francophonie.dclic.platform.access;

import static org.francophonie.dclic.platform.access.Right.Kind.DATA;
import static org.francophonie.dclic.platform.access.Right.Kind.FUNCTION;
import static org.francophonie.dclic.platform.access.Right.Kind.REPORT;
import static org.francophonie.dclic.platform.access.Right.Risk.HIGH;
import static org.francophonie.dclic.platform.access.Right.Risk.LOW;
import static org.francophonie.dclic.platform.access.Right.Risk.MEDIUM;
import static org.francophonie.dclic.platform.access.Right.Trace.COMMAND;
import static org.francophonie.dclic.platform.access.Right.Trace.NOTHING;
import static org.francophonie.dclic.platform.access.Right.Trace.OWN_ROWS;
import static org.francophonie.dclic.platform.access.Right.Trace.PERSONAL_READ;
import static org.francophonie.dclic.platform.access.Scope.ALL;
import static org.francophonie.dclic.platform.access.Scope.GROUP;
import static org.francophonie.dclic.platform.access.Scope.OWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of rights: everything that may be allowed or forbidden to a profile. Which profile holds which right, and
 * how far, stands in the matrix (database); a right is added here together with the function that asks for it.
 */
public enum Right {
    READ_CATALOGUE(FUNCTION, LOW, NOTHING, ALL),
    READ_COURSE(DATA, LOW, NOTHING, ALL),
    ENROL_SELF(FUNCTION, LOW, COMMAND, OWN),
    FOLLOW_COURSE(FUNCTION, LOW, OWN_ROWS, OWN),
    READ_PROGRESS(DATA, MEDIUM, NOTHING, OWN, GROUP, ALL),
    TAKE_QUIZ(FUNCTION, LOW, OWN_ROWS, OWN),
    KEEP_DRAFT(FUNCTION, LOW, NOTHING, OWN),
    READ_OWN_ACCOUNT(DATA, LOW, NOTHING, OWN),
    CHANGE_OWN_ACCOUNT(DATA, LOW, COMMAND, OWN),
    READ_PERSON(DATA, HIGH, PERSONAL_READ, GROUP, ALL),
    VOUCH_ADDRESS(DATA, HIGH, COMMAND, ALL),
    VOUCH_CONSENT(DATA, HIGH, COMMAND, GROUP, ALL),
    CREATE_CLASS(FUNCTION, MEDIUM, COMMAND, OWN),
    READ_GROUP(DATA, LOW, NOTHING, GROUP, ALL),
    READ_CLASS(DATA, LOW, NOTHING, GROUP, ALL),
    TEACH_CLASS(DATA, HIGH, COMMAND, GROUP, ALL),
    CREATE_COURSE(DATA, MEDIUM, COMMAND, OWN, GROUP, ALL),
    READ_DRAFT_COURSE(DATA, MEDIUM, NOTHING, OWN, GROUP, ALL),
    DELETE_DRAFT_COURSE(DATA, MEDIUM, COMMAND, OWN, GROUP, ALL),
    PUBLISH_COURSE(FUNCTION, HIGH, COMMAND, OWN, GROUP, ALL),
    READ_SETTING(DATA, LOW, NOTHING, ALL),
    CHANGE_SETTING(DATA, HIGH, COMMAND, ALL),
    CLEAN_STORAGE(FUNCTION, HIGH, COMMAND, ALL),
    READ_INCIDENT(REPORT, LOW, NOTHING, ALL),
    READ_MAIL(DATA, HIGH, PERSONAL_READ, ALL),
    SEND_MAIL(FUNCTION, MEDIUM, COMMAND, ALL),
    MANAGE_GROUP(DATA, HIGH, COMMAND, GROUP, ALL),
    ASSIGN_PROFILE(FUNCTION, HIGH, COMMAND, GROUP, ALL),
    READ_MATRIX(DATA, MEDIUM, NOTHING, ALL),
    CHANGE_MATRIX(DATA, HIGH, COMMAND, ALL),
    ARRANGE_SCREENS(FUNCTION, MEDIUM, COMMAND, ALL),
    CREATE_PERSON(DATA, HIGH, COMMAND, ALL),
    IMPORT_PEOPLE(FUNCTION, HIGH, COMMAND, ALL),
    CHANGE_PERSON(DATA, HIGH, COMMAND, GROUP, ALL),
    SUSPEND_PERSON(FUNCTION, HIGH, COMMAND, GROUP, ALL),
    MERGE_PEOPLE(FUNCTION, HIGH, COMMAND, ALL),
    ERASE_PERSON(FUNCTION, HIGH, COMMAND, ALL),
    RESET_SECOND_FACTOR(FUNCTION, HIGH, COMMAND, ALL),
    READ_SESSION(DATA, HIGH, PERSONAL_READ, GROUP, ALL),
    END_SESSION(FUNCTION, MEDIUM, COMMAND, GROUP, ALL),
    READ_AUDIT(REPORT, HIGH, PERSONAL_READ, ALL),
    EXPORT_AUDIT(REPORT, HIGH, COMMAND, ALL),
    VERIFY_AUDIT(REPORT, LOW, COMMAND, ALL),
    ARCHIVE_AUDIT(FUNCTION, HIGH, COMMAND, ALL);

    /** The family under which the administrator finds the right. */
    public enum Kind {
        DATA,
        FUNCTION,
        VIEW,
        REPORT
    }

    /** How much harm a wrong grant can do; shown beside the right. */
    public enum Risk {
        LOW,
        MEDIUM,
        HIGH
    }

    /** What an exercised right leaves in the audit trail. */
    public enum Trace {
        /** Public or own data are read: nothing. */
        NOTHING,
        /** Rows that are append-only by nature (answers, progress) are their own trail. */
        OWN_ROWS,
        /** One event, in the transaction of the act. */
        COMMAND,
        /** One event for each object or page of other people's data that was shown. */
        PERSONAL_READ
    }

    /** Acts by which a session that was left open, or taken over, would do most harm. */
    private static final Set<Right> FRESH = EnumSet.of(
            VOUCH_ADDRESS,
            CHANGE_SETTING,
            CLEAN_STORAGE,
            MANAGE_GROUP,
            ASSIGN_PROFILE,
            CHANGE_MATRIX,
            CREATE_PERSON,
            CHANGE_PERSON,
            SUSPEND_PERSON,
            MERGE_PEOPLE,
            ERASE_PERSON,
            RESET_SECOND_FACTOR,
            EXPORT_AUDIT,
            ARCHIVE_AUDIT);

    private final Kind kind;
    private final Risk risk;
    private final Trace trace;
    private final Set<Scope> scopes;

    Right(Kind kind, Risk risk, Trace trace, Scope first, Scope... others) {
        this.kind = kind;
        this.risk = risk;
        this.trace = trace;
        scopes = EnumSet.of(first, others);
    }

    /** Nothing when this version of the code does not know it (any more). */
    public static Optional<Right> named(String name) {
        return Arrays.stream(values())
                .filter(right -> right.name().equals(name))
                .findFirst();
    }

    /** Those of one family, in the order of the catalogue. */
    public static List<Right> of(Kind kind) {
        return Arrays.stream(values()).filter(right -> right.kind == kind).toList();
    }

    public Kind kind() {
        return kind;
    }

    public Risk risk() {
        return risk;
    }

    public Trace trace() {
        return trace;
    }

    /** Whether the person is asked for her secret once more when she gave it too long ago. */
    public boolean needsFreshSecret() {
        return FRESH.contains(this);
    }

    /** The scopes that make sense for this right, besides {@link Scope#NONE}. */
    public Set<Scope> scopes() {
        return Set.copyOf(scopes);
    }
}
