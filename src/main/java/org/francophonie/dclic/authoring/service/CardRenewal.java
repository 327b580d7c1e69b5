package org.francophonie.dclic.authoring.service;

import org.francophonie.dclic.catalogue.CatalogueShelf;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After the start, beside the work: lets search read the courses that an older version of the platform has published. */
@Component
class CardRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(CardRenewal.class);

    private final CatalogueShelf shelf;
    private final PublicationService publications;

    CardRenewal(CatalogueShelf shelf, PublicationService publications) {
        this.shelf = shelf;
        this.publications = publications;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("card-renewal").start(() -> Actors.runAs(Actor.job("card-renewal"), this::renew));
    }

    void renew() {
        try {
            var outdated = shelf.outdated();
            outdated.forEach(publications::renewCard); // each on its own: nobody who publishes waits for all of them
            if (!outdated.isEmpty()) LOG.info("{} cards were indexed anew", outdated.size());
        } catch (RuntimeException e) {
            LOG.warn("cards could not be indexed anew; search works with the former ones", e);
        }
    }
}
