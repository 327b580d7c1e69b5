package org.francophonie.dclic.rights;

import org.francophonie.dclic.platform.access.Scope;

/** What the matrix says of one right for one profile. */
public record Cell(Scope scope, Effect effect) {
    /** Given or forbidden; a prohibition wins over every permission. */
    public enum Effect {
        ALLOW,
        PROHIBIT
    }

    public static final Cell NOTHING = new Cell(Scope.NONE, Effect.ALLOW);

    public Cell {
        if (scope == Scope.NONE) effect = Effect.ALLOW; // nothing given and nothing forbidden are the same
    }

    public static Cell allow(Scope scope) {
        return new Cell(scope, Effect.ALLOW);
    }

    public static Cell prohibit(Scope scope) {
        return new Cell(scope, Effect.PROHIBIT);
    }

    public boolean prohibits() {
        return effect == Effect.PROHIBIT;
    }

    /** How far somebody must hold the right who wants to put this in the place of the former cell. */
    public Scope neededAfter(Cell former) {
        var less = effect == former.effect() && scope.compareTo(former.scope()) <= 0;
        if (less && !prohibits()) return Scope.NONE; // taken away
        if (less) return equals(former) ? Scope.NONE : former.scope(); // what was forbidden comes back
        return former.prohibits() ? scope.max(former.scope()) : scope;
    }

    /** As the trail writes it. */
    @Override
    public String toString() {
        return prohibits() ? "PROHIBIT " + scope : scope.name();
    }
}
