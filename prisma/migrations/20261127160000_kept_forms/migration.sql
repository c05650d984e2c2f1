-- CreateTable
CREATE TABLE "kept_forms" (
    "key" TEXT NOT NULL,
    "user_id" INTEGER,
    "path" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_forms_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "kept_forms_created_at_idx" ON "kept_forms"("created_at");
