-- A log as version 1 wrote it. Never edit: it proves that what learners have on disk still opens.
PRAGMA application_id = 1148144239;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE events (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at REAL NOT NULL,
        kind TEXT NOT NULL,
        session INTEGER,
        subject TEXT,
        target INTEGER,
        body TEXT NOT NULL
    );
INSERT INTO "events" VALUES(1,1789000001.0,'session',NULL,NULL,NULL,'{"questions":[["l1-zeroes-weights",1],["clip-by-norm",2]],"options":{"count":2,"lang":"zh"}}');
INSERT INTO "events" VALUES(2,1789000002.0,'answer',1,'l1-zeroes-weights',NULL,'{"topic":"regularization","seed":1,"answer":"b","outcome":"right","score":1.0,"seconds":4.5,"confidence":3,"lang":"zh"}');
INSERT INTO "events" VALUES(3,1789000003.0,'answer',1,'clip-by-norm',NULL,'{"topic":"gradients","seed":2,"answer":["a"],"outcome":"wrong","score":0.0,"seconds":8.0,"confidence":null,"lang":"en"}');
INSERT INTO "events" VALUES(4,1789000004.0,'retract',1,'clip-by-norm',3,'{}');
INSERT INTO "events" VALUES(5,1789000005.0,'flag',NULL,'l1-zeroes-weights',NULL,'{"note":"为什么?"}');
INSERT INTO "events" VALUES(6,1789000006.0,'verdict',NULL,'stable_softmax',NULL,'{"verdict":"failed","score":0.5,"digest":"ab12","seconds":0.1}');
CREATE INDEX events_by_subject ON events (kind, subject);
CREATE INDEX events_by_session ON events (session);
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('events',6);
COMMIT;
