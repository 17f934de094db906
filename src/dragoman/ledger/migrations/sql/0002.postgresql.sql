-- What reviewers taught about names. One statement a line.
CREATE TABLE lessons ( alias TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, review_id INTEGER NOT NULL, CONSTRAINT pk_lessons PRIMARY KEY (alias, kind), CONSTRAINT fk_lessons_review_id FOREIGN KEY(review_id) REFERENCES reviews (id) )
