package org.francophonie.dclic.platform.mail;

import java.util.Optional;

/** One kind of letter; the module that knows the matter writes it. */
public interface Letter {

    /** As {@link Mail#kind()} names it. */
    String kind();

    /**
     * What to do when nobody knows whether it left: a link that signs in may come twice, news may not and wait for a
     * person's decision.
     */
    boolean mayComeTwice();

    /** Told just before it leaves; nothing when there is no reason to write any more. */
    Optional<LetterText> write(Mail mail);
}
