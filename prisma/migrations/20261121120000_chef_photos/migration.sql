-- CreateTable
CREATE TABLE "chef_photos" (
    "chef_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "width" SMALLINT NOT NULL,
    "format" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chef_photos_pkey" PRIMARY KEY ("key","width","format")
);

-- CreateIndex
CREATE INDEX "chef_photos_chef_id_idx" ON "chef_photos"("chef_id");

-- AddForeignKey
ALTER TABLE "chef_photos" ADD CONSTRAINT "chef_photos_chef_id_fkey" FOREIGN KEY ("chef_id") REFERENCES "chefs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
