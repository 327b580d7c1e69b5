package org.francophonie.dclic.platform.personal;

import java.util.List;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * What a module keeps about people goes over when two accounts turn out to be one human being's, and back again when that was
 * a mistake. Each module that keeps what somebody has done provides one. Everything happens within one transaction, in
 * which both people are locked.
 */
public interface MergedData {

    /**
     * What would happen to some things.
     *
     * @param key of a text with a number, after {@code merge.effect.}
     */
    record Effect(String key, long number) {}

    /** What would go over, and what would stay behind; nothing of which there is none. */
    List<Effect> effects(PersonId gone, PersonId kept);

    /** What cannot go over comes to its end, before anything moves. */
    default void prepare(PersonId gone) {}

    void merge(PersonId gone, PersonId kept);

    /** Everything that went over goes back, with what was added to it since. */
    void split(PersonId gone, PersonId kept);
}
