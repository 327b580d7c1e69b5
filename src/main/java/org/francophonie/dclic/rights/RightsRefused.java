package org.francophonie.dclic.rights;

import java.util.List;
import org.francophonie.dclic.platform.access.Right;

/** A change of rights that the rules of {@code threats.md} §5 do not allow. */
public class RightsRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Which rule. */
    public enum Rule {
        /** Nobody grants what they do not hold. */
        NOT_HELD,
        /** Nobody changes a profile that they hold. */
        OWN_PROFILE,
        /** Two administrators of rights remain. */
        TWO_REMAIN,
        /** Somebody else has changed it meanwhile. */
        STALE,
        NAME_EMPTY,
        NAME_LONG,
        NAME_TAKEN,
        UNKNOWN_PROFILE,
        /** A guardian or a centre gives and takes it, nobody else. */
        BY_CONSENT,
        ENDS_BEFORE,
        NO_DATE,
        /** Nobody gives a profile to themselves. */
        YOURSELF,
        /** A profile of the staff is given to people one by one: whoever fills a group gives it to all of them. */
        STAFF_BY_HAND,
        /** The profile would reach further than the groups of whoever gives it. */
        BEYOND_GROUPS
    }

    private final Rule rule;
    private final List<Right> lacking;

    public RightsRefused(Rule rule) {
        this(rule, List.of());
    }

    public RightsRefused(Rule rule, List<Right> lacking) {
        super(rule + " " + lacking);
        this.rule = rule;
        this.lacking = List.copyOf(lacking);
    }

    public Rule rule() {
        return rule;
    }

    /** The rights that are not held far enough. */
    public List<Right> lacking() {
        return lacking;
    }
}
