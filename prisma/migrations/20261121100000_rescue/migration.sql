-- AlterTable
ALTER TABLE "bookings" ADD COLUMN     "rescue_of_id" INTEGER;

-- CreateIndex
CREATE INDEX "bookings_rescue_of_id_idx" ON "bookings"("rescue_of_id");

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_rescue_of_id_fkey" FOREIGN KEY ("rescue_of_id") REFERENCES "bookings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What follows is written by hand: Prisma's schema cannot say it.

-- Of the chefs who are asked for one wish, one can say yes.
CREATE UNIQUE INDEX bookings_one_rescuer ON bookings (rescue_of_id)
  WHERE status IN ('confirmed', 'completed', 'no_show');
