package org.francophonie.dclic.platform.mail;

/** Hands one letter to the server that carries it on. */
interface Relay {
    /** How a try ended. */
    enum Ending {
        SENT,
        /** The server said "later", or was not there: nothing has left. */
        LATER,
        /** The server said no, for good. */
        REFUSED,
        /** The link broke before the server's answer: it may have left. */
        UNCERTAIN
    }

    /** @param reason what the server said, or what went wrong; empty when it was sent */
    record Answer(Ending ending, String reason) {}

    /** Is there a server to hand letters to? */
    boolean isThere();

    /** @param messageId the same at every try, between angle brackets */
    Answer send(Mail mail, LetterText text, String messageId);
}
