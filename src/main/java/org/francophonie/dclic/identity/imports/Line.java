package org.francophonie.dclic.identity.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the file.
 *
 * @param number as the spreadsheet counts
 * @param problems message keys; what is wrong with it
 * @param person whom it makes
 * @param birthYear four digits, when it could be read
 * @param country ISO 3166-1 alpha-2, when it could be read
 * @param profile its code, when there is one of that name
 * @param until a day as ISO 8601 writes it
 * @param group its name
 */
public record Line(
        int number,
        Outcome outcome,
        List<String> problems,
        UUID person,
        String name,
        String email,
        Optional<String> emailKey,
        String birthYear,
        String country,
        String language,
        String profile,
        String until,
        String group) {

    /** What came of it. */
    public enum Outcome {
        READY,
        /** Somebody has the address already. */
        KNOWN,
        WRONG,
        MADE,
        /** It could not be made after all. */
        FAILED,
        UNDONE,
        /** Nobody took it back: the person has used the account. */
        KEPT
    }
}
