package org.francophonie.dclic.identity;

/** Why a session is over. */
public enum SessionEnd {
    /** The person left. */
    SIGNED_OUT,
    /** The person signed in elsewhere, where so many sessions at once are allowed and no more. */
    ELSEWHERE,
    /** The person did nothing for so long. */
    IDLE,
    /** It lasted as long as any session may. */
    TOO_LONG,
    /** The person ended it from another device. */
    TAKEN_BACK,
    ADMINISTRATOR,
    /** A guardian does not want the account. */
    GUARDIAN,
    /** The person chose another password. */
    NEW_SECRET,
    /** The account is no more. */
    ERASED,

    /** The second factor of the account is another, or none any more. */
    SECOND_FACTOR,
    /** The same browser signed in anew. */
    REPLACED,
    /** A token of a remembered device was used that had been replaced: somebody copied it. */
    THEFT
}
