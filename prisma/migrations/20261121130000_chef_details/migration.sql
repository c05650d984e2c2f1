-- CreateTable
CREATE TABLE "chef_details" (
    "chef_id" INTEGER NOT NULL,
    "languages" TEXT[],
    "menus" JSONB NOT NULL DEFAULT '[]',
    "included" TEXT[],
    "kitchen_needs" TEXT[],
    "kitchen_notes" TEXT,

    CONSTRAINT "chef_details_pkey" PRIMARY KEY ("chef_id")
);

-- CreateTable
CREATE TABLE "gallery_pictures" (
    "key" TEXT NOT NULL,
    "chef_id" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,
    "alt" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gallery_pictures_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "gallery_pictures_chef_id_position_idx" ON "gallery_pictures"("chef_id", "position");

-- AddForeignKey
ALTER TABLE "chef_details" ADD CONSTRAINT "chef_details_chef_id_fkey" FOREIGN KEY ("chef_id") REFERENCES "chefs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallery_pictures" ADD CONSTRAINT "gallery_pictures_chef_id_fkey" FOREIGN KEY ("chef_id") REFERENCES "chefs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: Prisma's schema cannot say these.
ALTER TABLE "chef_details" ADD CONSTRAINT "chef_details_menus_is_a_list"
  CHECK (jsonb_typeof("menus") = 'array' AND jsonb_array_length("menus") <= 6);
